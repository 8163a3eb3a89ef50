import { type FilterKey, type KeyKind, keyNames, keyOf } from "./keys.ts";
import { readMoment } from "./times.ts";

type Check = (value: string, key: FilterKey) => string | undefined;

/** Says what is wrong with a value, by the kind of its key. */
const checks: { readonly [Kind in KeyKind]: Check } = {
  words(value, { options, isOpen }) {
    if (value === "") return "needs a value";
    if (isOpen || !options || Object.hasOwn(options, value)) return undefined;
    return `has no “${value}”; there are ${Object.keys(options).join(", ")}`;
  },
  time: (value) =>
    readMoment(value)
      ? undefined
      : `takes an age such as 30m, 24h, 7d or 2w, today, yesterday, or a day such as 2026-11-01`,
  flag: (value) => (value === "yes" || value === "no" ? undefined : "takes yes or no"),
  number: (value) => (readRange(value) ? undefined : "takes a number such as 5, >=5, <=5 or 1..5; bounds belong to it"),
};

/** Says what is wrong with `key:value`, in words for the reader; undefined where nothing is. */
export function checkTerm(name: string, value: string, isNot: boolean): string | undefined {
  const key = keyOf(name);
  if (!key) return `There is no filter “${name}”. There are ${keyNames.join(", ")}. Quotes search for it as text.`;
  if (isNot && key.kind === "flag") return `“${name}” is not excluded but turned round: ${name}:no.`;
  if (isNot && key.kind !== "words") return `“${name}” cannot be excluded: it is a range.`;
  const problem = checks[key.kind](value, key);
  return problem && `“${name}” ${problem}.`;
}

/** Reads `5`, `>=5`, `<=5` or `1..5`; undefined for anything else. */
export function readRange(text: string): { from?: number; to?: number } | undefined {
  const number = String.raw`-?\d{1,15}(?:\.\d{1,15})?`;
  const [, from, to] = new RegExp(`^(${number})\\.\\.(${number})$`).exec(text) ?? [];
  if (to !== undefined) return Number(from) <= Number(to) ? { from: Number(from), to: Number(to) } : undefined;
  const [, sign, bound] = new RegExp(`^(>=|<=)?(${number})$`).exec(text) ?? [];
  if (bound === undefined) return undefined;
  return { ...(sign !== "<=" && { from: Number(bound) }), ...(sign !== ">=" && { to: Number(bound) }) };
}
