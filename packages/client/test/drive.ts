import type { Given, Judged, Step, Strategy } from "../src/pagination/strategy.ts";
import type { Ask } from "../src/pagination/window.ts";
import { type Item, toAnswer } from "./answers.ts";
import type { Row } from "./list-server.ts";

/** What a list answers to an ask by offset; more of it may be said, or something else. */
export function read(
  list: readonly Row[],
  { from, size, direction }: Ask,
  more: Partial<Judged<Item>> = {},
): Judged<Item> {
  const first = direction === "forward" ? from : Math.max(0, from + 1 - size);
  const page = list.slice(first, first + size);
  const window = { start: first, size, position: first };
  return toAnswer(page, first, { window, isShort: page.length < size, ...more });
}

/** What a strategy did. */
interface Course {
  /** Its steps, each with what it would have asked for after that, as far as nine requests. */
  readonly steps: readonly (Step<Item> & { readonly asks: readonly Ask[] | undefined })[];
  /** How it ended; `undefined` where it was left before. */
  readonly ending: { readonly complete: boolean | "unknown"; readonly stopReason: string } | undefined;
  /** The identifiers of what it gave. */
  readonly ids: readonly (string | undefined)[];
}

/** Carries a strategy out, with what `answer` gives to each ask, counted from 1; for so many answers at the most. */
export function drive(strategy: Strategy<Item>, answer: (ask: Ask, count: number) => Judged<Item>, most = 100): Course {
  const steps: Course["steps"][number][] = [];
  let next = strategy.next();
  while (!next.done && steps.length < most) {
    steps.push({ ...next.value, asks: next.value.ahead?.(9) });
    next = strategy.next(answer(next.value.ask, steps.length));
  }
  const ending = next.done ? next.value : undefined;
  const gives: (readonly Given<Item>[])[] = [...steps, next.value].map(({ give }) => give);
  return { steps, ending, ids: gives.flat().map(({ row }) => row.item.id) };
}
