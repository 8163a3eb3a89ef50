import { bits, describeTypes, typeOf } from "./json-type.ts";

/** Longest text of a report that comes from outside. */
const longest = 80;

/** Cuts a text, so that a report stays readable whatever came. */
export function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** What a value is, in words; nothing of what it says. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return value === "" ? "empty string" : `string of ${count(value.length, "character")}`;
  if (Array.isArray(value)) return `array of ${count(value.length, "item")}`;
  const type = typeOf(value);
  return type === 0 ? typeof value : type === bits.object ? "object" : describeTypes(type);
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

const word = /^[A-Za-z_$@][A-Za-z0-9]*(?:[_.:$-]+[A-Za-z0-9]+)*[_$]?$/;
const mostLetters = 40;
const mostDigits = 4;
const longestRun = 20;

/**
 * Whether a text looks like a word that a programmer chose, such as a field's name or a value of an enum, and not like
 * an identifier, a token or somebody's words. Only such a text is shown.
 */
export function isWord(text: string): boolean {
  if (text.length === 0 || text.length > mostLetters || !word.test(text)) return false;
  if ((text.match(/\d/g)?.length ?? 0) > mostDigits) return false;
  const runs = text.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  if (runs.some((run) => run.length > longestRun || /^[^aeiouy]{6,}$/i.test(run))) return false;
  // Tokens change case at every other letter.
  const letters = runs.join("").length;
  return letters < 16 || letters / runs.length >= 3;
}

/** A value that the spec does not know, where it is a word; else what it is. */
export function showWord(value: unknown): string {
  if (typeof value === "string") return isWord(value) ? JSON.stringify(value) : describeValue(value);
  return typeof value === "boolean" ? String(value) : describeValue(value);
}
