/** A line of JSON Lines, with its end. */
export function toJsonLine(value: unknown): string {
  return `${JSON.stringify(value) ?? "null"}\n`;
}
