import fc from "fast-check";

const known = new Map<string, string[]>();

/** Two texts that match a pattern, the same ones at each call. To make them takes a tenth of a second: they are kept. */
export function matchingTexts(pattern: string): readonly string[] {
  const texts =
    known.get(pattern) ?? fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 2, seed: 20_261_125 });
  known.set(pattern, texts);
  return texts;
}
