import { toCsvLine } from "./csv.ts";
import { toJsonLine } from "./jsonl.ts";
import type { ExportSource } from "./source.ts";

/** How a file is written. */
interface Format {
  readonly label: string;
  readonly hint: string;
  readonly mediaType: string;
  head<Item>(source: ExportSource<Item>): string;
  line<Item>(source: ExportSource<Item>, item: Item): string;
}

export type FormatName = "csv" | "jsonl";

/** The formats of an export. */
export const formats: { readonly [Name in FormatName]: Format } = {
  csv: {
    label: "CSV",
    hint: "The columns of the list, for spreadsheets. Formulas are made harmless.",
    mediaType: "text/csv",
    head: ({ columns }) => toCsvLine(columns),
    line: ({ toCells }, item) => toCsvLine(toCells(item)),
  },
  jsonl: {
    label: "JSONL",
    hint: "Each chat as the vendor sent it, one a line, for programs.",
    mediaType: "application/jsonl",
    head: () => "",
    line: ({ toJson }, item) => toJsonLine(toJson(item)),
  },
};
