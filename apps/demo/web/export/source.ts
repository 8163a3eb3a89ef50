import type { Cell } from "./csv.ts";
import type { ExportQuery, WalkReceipt } from "./manifest.ts";

/** A walk over all that is exported. */
export interface ExportWalk<Item> extends AsyncIterable<Item> {
  /** What the walks say so far. */
  receipts(): readonly WalkReceipt[];
  readonly leftOut: () => readonly string[];
  /** Number of all items as the vendor says it, where it does. */
  total?(): number | undefined;
}

/** What the page lists, as something to export: the same filters, walked as strongly as the vendors allow. */
export interface ExportSource<Item> {
  readonly query: ExportQuery;
  /** Begins the name of the file. */
  readonly name: string;
  readonly columns: readonly string[];
  toCells(item: Item): readonly Cell[];
  toJson(item: Item): unknown;
  open(signal: AbortSignal): ExportWalk<Item>;
}
