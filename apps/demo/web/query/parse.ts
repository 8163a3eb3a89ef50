import { checkTerm } from "./check.ts";
import { keyOf } from "./keys.ts";
import type { Term, Terms } from "./terms.ts";

/** What was typed, as far as it is understood. */
export interface Parsed {
  readonly terms: Terms;
  /** What is not, each with the reason, in words for the reader. It is not applied. */
  readonly problems: readonly string[];
}

/** A piece of the text between spaces. */
export interface Piece {
  /** Where it begins and ends. */
  readonly start: number;
  readonly end: number;
  readonly isNot: boolean;
  /** Undefined for a piece without a colon, which is text. */
  readonly key: string | undefined;
  readonly values: readonly string[];
  readonly isClosed: boolean;
}

/** Reads `vendor:invent -state:closed since:7d "refund"`. Never fails: what is not understood is told. */
export function parseQuery(text: string): Parsed {
  const terms: Term[] = [];
  const problems: string[] = [];
  const words: string[] = [];
  for (const { key, values, isNot, isClosed } of splitQuery(text)) {
    if (!isClosed) problems.push(`The quotation mark before “${values.at(-1)}” is never closed.`);
    if (key === undefined) {
      if (isNot)
        problems.push(`Text cannot be excluded: write -state:closed, or quotes to search for “-${values[0]}”.`);
      else words.push(...values.filter((value) => value !== ""));
      continue;
    }
    for (const value of values) {
      const problem = checkTerm(key, value, isNot) ?? checkOnce(terms, key, value);
      if (problem) problems.push(problem);
      else if (!terms.some((term) => isSame(term, { key, value, isNot }))) terms.push({ key, value, isNot });
    }
  }
  if (words.length > 0) terms.push({ key: "text", value: words.join(" ").slice(0, 256), isNot: false });
  return { terms, problems: [...new Set(problems)] };
}

/** Cuts the text into its pieces. */
export function splitQuery(text: string): Piece[] {
  const pattern = /(-?)(?:([A-Za-z][A-Za-z-]*):)?((?:"[^"]*"?|[^\s"])*)/g;
  return [...text.matchAll(pattern)]
    .filter(([whole]) => whole !== "" && whole.trim() !== "")
    .map((match) => {
      const [whole, minus = "", key, rest = ""] = match;
      return {
        start: match.index,
        end: match.index + whole.length,
        isNot: minus === "-" && (key !== undefined || rest !== ""),
        key: key?.toLowerCase(),
        values: key === undefined ? [unquote(rest)] : splitValues(rest),
        isClosed: (rest.match(/"/g)?.length ?? 0) % 2 === 0,
      };
    });
}

/** Commas part values, but not within quotes. */
function splitValues(text: string): string[] {
  return text.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map(unquote);
}

function unquote(text: string): string {
  return text.replaceAll('"', "");
}

function checkOnce(terms: Terms, key: string, value: string): string | undefined {
  if (keyOf(key)?.kind === "words") return undefined;
  const given = terms.find((term) => term.key === key);
  return given && given.value !== value ? `“${key}” is given twice; ${given.value} counts.` : undefined;
}

function isSame(left: Term, right: Term): boolean {
  return left.key === right.key && left.value === right.value && left.isNot === right.isNot;
}
