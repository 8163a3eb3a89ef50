/**
 * Anything as a line of text. The spec says what is a text, but vendors change their answers without notice, and a page
 * that fails over one odd value shows nothing at all.
 */
export function toLine(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A value of a vendor's in words: `web_extension` becomes `Web extension`. */
export function toWords(value: string): string {
  const words = value.replace(/[_-]+/g, " ").trim();
  const lower = words === words.toUpperCase() ? words.toLowerCase() : words;
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** The word for a value of a closed list, or the value itself in words where the list does not know it. */
export function labelOf(options: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(options, value) ? (options[value] as string) : toWords(value);
}

/** A number as a person writes it, with so many digits after the point. */
export function toNumber(value: number, digits = 0): string {
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Any JSON value, laid out for reading. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? "undefined";
}

/** The beginning of an identifier: enough to tell a few apart. */
export function toShortId(id: string): string {
  return id.length > 12 ? id.slice(0, 8) : id;
}
