/** The words that a text may speak of, by the name of their slot. */
export type Words = Readonly<Record<string, string>>;

/** Puts words into a text: `Research {company}`. Throws where a slot has no word, so that none is left over. */
export function fill(text: string, words: Words): string {
  if (!text.includes("{")) return text;
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const word = words[slot];
    if (word === undefined) throw new RangeError(`No word for {${slot}} in "${text}".`);
    return word;
  });
}

/** A text as people shorten it in addresses and identifiers: `Account research: Halden` becomes `account-research-halden`. */
export function toSlug(text: string): string {
  const ascii = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
  return ascii
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 48);
}
