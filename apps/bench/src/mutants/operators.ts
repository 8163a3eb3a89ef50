import { endOfBrackets, mask } from "./mask.ts";

/** A small mistake in a module: other text in place of what stands from `start` to before `end`. */
export interface Mutation {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** What an operator makes of a match in code. `masked` is all of it. */
type Change = (match: RegExpExecArray, masked: string) => readonly Mutation[];

/** Where a statement begins that is no declaration and does not leave the function. */
const beginning = String.raw`(?<=(?:^|[;{})])\s+|\belse )(?!(?:else|const|let|return|throw)\b)`;

/** What changes where: code as Biome writes it, with spaces around every operator of two sides. */
const operators: readonly (readonly [pattern: RegExp, change: Change])[] = [
  ...swaps(" < ", " <= "),
  ...swaps(" > ", " >= "),
  ...swaps(" === ", " !== "),
  ...swaps(" + ", " - "),
  ...swaps(" && ", " || "),
  ...swaps("Math.max", "Math.min"),
  ...swaps("true", "false"),
  [/(?<=[\s([{,.])!(?=[\w(])/g, (match) => [replace(match, "")]],
  [/ \?\? /g, (match, masked) => [{ start: match.index, end: endOfOperand(masked, match.index + 4), replacement: "" }]],
  [/(?<=^(?:export )?const \w+ = )[\d._]+(?=;$)/gm, toOtherNumbers],
  [/(?<=\bif )\(/g, toConditions],
  [new RegExp(`${beginning}[\\w[][\\w.[\\], ]* [-+*|?&]{0,2}= .*;(?!.)`, "g"), toNothing],
  [new RegExp(`${beginning}\\w[\\w.]*(?:\\+\\+|--|\\(.*\\));(?!.)`, "g"), toNothing],
];

/** All mutations of a module that the operators know, in the order of their places. */
export function mutationsOf(text: string): readonly Mutation[] {
  const masked = mask(text);
  const all = operators.flatMap(([pattern, change]) =>
    [...masked.matchAll(pattern)].flatMap((match) => change(match, masked)),
  );
  return all.toSorted((left, right) => left.start - right.start || left.end - right.end);
}

/** The text of a module with a mutation. */
export function mutate(text: string, { start, end, replacement }: Mutation): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

function swaps(left: string, right: string): (readonly [RegExp, Change])[] {
  return [swap(left, right), swap(right, left)];
}

function swap(from: string, to: string): readonly [RegExp, Change] {
  const pattern = from.replaceAll(/[^\w ]/g, "\\$&");
  return [
    /^\w/.test(from) ? new RegExp(`\\b${pattern}\\b`, "g") : new RegExp(pattern, "g"),
    (match) => [replace(match, to)],
  ];
}

function replace(match: RegExpExecArray, replacement: string): Mutation {
  return { start: match.index, end: match.index + match[0].length, replacement };
}

function toOtherNumbers(match: RegExpExecArray): readonly Mutation[] {
  const number = Number(match[0].replaceAll("_", ""));
  return [number + 1, 0].filter((other) => other !== number).map((other) => replace(match, String(other)));
}

function toConditions({ index }: RegExpExecArray, masked: string): readonly Mutation[] {
  const end = endOfBrackets(masked, index);
  return ["(true)", "(false)"].map((replacement) => ({ start: index, end, replacement }));
}

function toNothing(match: RegExpExecArray): readonly Mutation[] {
  return [replace(match, ";")];
}

/** The place behind the right side of `??`. */
function endOfOperand(masked: string, start: number): number {
  for (let place = start; place < masked.length; place++) {
    const rest = masked.slice(place, place + 4);
    if (/^[)\]},;]|^ (?:[?:]|\|\||&&)/.test(rest)) return place;
    if ("([{".includes(masked[place] as string)) place = endOfBrackets(masked, place) - 1;
  }
  return masked.length;
}
