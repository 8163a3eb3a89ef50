/** Prints a text, with a line break behind it. */
export type Print = (text?: string) => void;

/** Shorter ones would tear words apart; a token that short protects nothing. */
const shortestSecret = 4;

/**
 * Prints without secrets, whoever has put them into a text: a server can repeat a token as the name of a field. Whatever
 * moves the cursor of a terminal is left out too.
 */
export function createPrinter(write: (text: string) => void, secrets: readonly string[]): Print {
  const hidden = secrets.filter((secret) => secret.length >= shortestSecret).sort((a, b) => b.length - a.length);
  return (text = "") => {
    const safe = hidden.reduce((rest, secret) => rest.replaceAll(secret, "[token]"), text);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    write(`${safe.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, "")}\n`);
  };
}

/** Rows with their columns aligned, indented by two. A column is at least as wide as the text in `least`. */
export function toColumns(rows: readonly (readonly string[])[], least: readonly string[] = []): string {
  const widths: number[] = [];
  for (const row of [least, ...rows]) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd())
    .join("\n");
}
