/** A value of a cell. */
export type Cell = string | number | boolean | null | undefined;

/**
 * A line of CSV by RFC 4180, with its end. Texts that a spreadsheet would take for a formula get an apostrophe before
 * them: the chats are written by strangers, and a cell that begins with `=` is carried out when the file is opened.
 */
export function toCsvLine(cells: readonly Cell[]): string {
  return `${cells.map(toField).join(",")}\r\n`;
}

function toField(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell !== "string") return String(cell);
  const text = isFormula(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** By OWASP's list, with the signs of full width that spreadsheets take for the same. */
function isFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text);
}
