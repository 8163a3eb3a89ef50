import type { UnifiedChat } from "./chat.ts";
import { type Bounds, type CheckedFilter, type Criterion, checkFilter } from "./check-filter.ts";
import { type AnyUnifiedFilter, type FilterKind, type FilterName, filterKinds } from "./filter.ts";

type Test = (value: unknown) => boolean;

/** What a value must be, by the kind of the filter. Values that are absent do not come here. */
const tests: { readonly [Kind in FilterKind]: (criterion: never) => Test } = {
  values(wanted: readonly string[]) {
    const words = new Set(wanted.map(toComparable));
    const has = (word: unknown) => words.has(toComparable(word));
    return (value) => (Array.isArray(value) ? value.some(has) : has(value));
  },
  text(wanted: string) {
    const text = wanted.toLowerCase();
    return (value) => (value as string).toLowerCase().includes(text);
  },
  flag: (wanted: boolean) => (value) => (value as number) > 0 === wanted,
  times:
    ({ from, to }: Bounds) =>
    (value) => {
      const time = Date.parse(value as string);
      return time >= from && time < to;
    },
  numbers:
    ({ from, to }: Bounds) =>
    (value) => {
      const number = typeof value === "number" ? value : (value as { amount: number }).amount;
      return number >= from && number <= to;
    },
};

/** A word as it is compared: the letters of a UUID may be large or small, and servers change them. */
export function toComparable(word: unknown): unknown {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(`${word}`) ? `${word}`.toLowerCase() : word;
}

/**
 * Whether a chat satisfies a filter: the one predicate by which every chat is judged, whatever its vendor was sent.
 *
 * @throws {InvalidRequestError} where the filter is not one.
 */
export function matches(filter: AnyUnifiedFilter, chat: UnifiedChat): boolean {
  return createMatcher(filter)(chat);
}

/** What `matches` says, for one filter and many chats. */
export function createMatcher(filter: AnyUnifiedFilter): (chat: UnifiedChat) => boolean {
  return toMatcher(checkFilter(filter));
}

/** The predicate of a filter that was checked. */
export function toMatcher({ vendor, on, not }: CheckedFilter): (chat: UnifiedChat) => boolean {
  const wanted = Object.entries(on).map(([name, criterion]) => toTest(name as FilterName, criterion));
  if (vendor) wanted.push({ field: "vendor", test: tests.values(vendor as never) });
  const unwanted = Object.entries(not).map(([name, words]) => ({
    field: name as keyof UnifiedChat,
    test: tests.values(words as never),
  }));
  const holds = (chat: UnifiedChat, { field, test }: { field: keyof UnifiedChat; test: Test }) => {
    const value = chat[field];
    return value !== undefined && value !== null && test(value);
  };
  return (chat) => wanted.every((each) => holds(chat, each)) && !unwanted.some((each) => holds(chat, each));
}

function toTest(name: FilterName, criterion: Criterion): { field: keyof UnifiedChat; test: Test } {
  const { field, kind } = filterKinds[name];
  return { field, test: tests[kind](criterion as never) };
}
