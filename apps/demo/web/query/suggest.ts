import type { Facet } from "./facets.ts";
import { keyNames, keyOf } from "./keys.ts";
import { splitQuery } from "./parse.ts";

/** Something that what is typed can be completed to. */
export interface Suggestion {
  /** The whole text with it, and where the caret then stands. */
  readonly text: string;
  readonly caret: number;
  readonly shown: string;
  readonly hint: string;
}

const most = 8;
const times = ["today", "24h", "7d", "30d"];

/** What the piece at the caret can become. `facetsOf` gives the values of a key with their counts. */
export function suggest(text: string, caret: number, facetsOf: (key: string) => readonly Facet[]): Suggestion[] {
  const piece = splitQuery(text).find(({ start, end }) => start <= caret && caret <= end);
  const start = piece?.start ?? caret;
  const end = piece?.end ?? caret;
  const minus = piece?.isNot ? "-" : "";
  const complete = (word: string, shown: string, hint: string, isWhole: boolean): Suggestion => {
    const head = `${text.slice(0, start)}${word}${isWhole ? " " : ""}`;
    return { text: `${head}${text.slice(end).trimStart()}`, caret: head.length, shown, hint };
  };
  if (piece?.key === undefined) {
    const typed = (piece?.values[0] ?? "").toLowerCase();
    return keyNames
      .filter((name) => name.startsWith(typed) && !(minus && keyOf(name)?.kind !== "words"))
      .map((name) => complete(`${minus}${name}:`, `${minus}${name}:`, keyOf(name)?.hint ?? "", false));
  }
  const { key, values } = piece;
  const typed = (values.at(-1) ?? "").toLowerCase();
  const before = values.slice(0, -1);
  return toValues(key, facetsOf)
    .filter(({ value, label }) => !before.includes(value) && isLike(typed, value, label))
    .slice(0, most)
    .map(({ value, label, hint }) => {
      const all = [...before, value].map((each) => (/[\s,"]/.test(each) ? `"${each}"` : each));
      return complete(`${minus}${key}:${all.join(",")}`, label, hint, true);
    });
}

/** What is there already in full needs no completing. */
function isLike(typed: string, value: string, label: string): boolean {
  return (
    value.toLowerCase() !== typed && (value.toLowerCase().startsWith(typed) || label.toLowerCase().startsWith(typed))
  );
}

function toValues(key: string, facetsOf: (key: string) => readonly Facet[]) {
  const kind = keyOf(key)?.kind;
  if (kind === "time") return times.map((value) => ({ value, label: value, hint: "" }));
  if (kind === "flag") return ["yes", "no"].map((value) => ({ value, label: value, hint: "" }));
  if (kind !== "words") return [];
  return facetsOf(key).map(({ value, label, count }) => ({ value, label, hint: count > 0 ? `${count} loaded` : "" }));
}
