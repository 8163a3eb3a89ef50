/** Rows under a heading. */
export interface Table {
  readonly title: string;
  /** Names of the columns. `Group: name` begins a group of columns. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** For a terminal: columns as wide as their widest cell, words to the left and numbers to the right. */
export function toText({ title, head, rows }: Table): string {
  const columns = head.map((_, column) => toColumn(head, rows, column));
  const hasGroups = columns.some(([group]) => group?.trim());
  const lines = rows.map((_, row) => columns.map((cells) => cells[row + 2]));
  const heads = [...(hasGroups ? [columns.map(([group]) => group)] : []), columns.map(([, name]) => name)];
  return [title, "", ...[...heads, ...lines].map((cells) => `  ${cells.join("  ")}`.trimEnd())].join("\n");
}

/** Group, name and cells of a column, each as wide as the widest. */
function toColumn(head: Table["head"], rows: Table["rows"], column: number): string[] {
  const [name = "", group = ""] = (head[column] ?? "").split(": ").reverse();
  const cells = rows.map((row) => row[column] ?? "");
  const all = [group, name, ...cells];
  const width = Math.max(...all.map(({ length }) => length));
  const isNumeric = cells.every((cell) => /^[\d–+]/.test(cell));
  return all.map((cell) => (isNumeric ? cell.padStart(width) : cell.padEnd(width)));
}

/** For the documentation. */
export function toMarkdown({ title, head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [`**${title}**`, "", line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
