import type { Terms } from "./terms.ts";

/** The terms as one would type them: read again, they are the same. Text comes last. */
export function printTerms(terms: Terms): string {
  const groups = new Map<string, string[]>();
  for (const { key, value, isNot } of terms) {
    if (key === "text") continue;
    const head = `${isNot ? "-" : ""}${key}`;
    groups.set(head, [...(groups.get(head) ?? []), quote(value, /^[^\s",]+$/)]);
  }
  const words = [...groups].map(([head, values]) => `${head}:${values.join(",")}`);
  const texts = terms.filter(({ key }) => key === "text").map(({ value }) => quote(value, /^[^\s":-][^\s":]*$/));
  return [...words, ...texts].join(" ");
}

/** Quotes what would be read as something else. */
function quote(value: string, plain: RegExp): string {
  return plain.test(value) ? value : `"${value.replaceAll('"', "'")}"`;
}
