import type { Listing } from "@agent-chats/client";
import type { VendorId } from "@agent-chats/schema";
import { changeValue, type FilterField, type FilterValues } from "./filters.ts";
import type { ColumnHead, ReadPage, Row, Value, ValueTerm } from "./row.ts";

/** Rows that one request asks for. */
const pageSize = 40;

/** How a vendor's chats are listed and shown. What differs between vendors is here, as data. */
export interface VendorDefinition<Chat> {
  readonly id: VendorId;
  readonly title: string;
  /** What the vendor's agents do. */
  readonly subject: string;
  readonly filters: readonly FilterField[];
  readonly columns: readonly (ColumnHead & { readonly value: (chat: Chat) => Value })[];
  list(values: FilterValues): Listing<Chat>;
  toRow(chat: Chat): Omit<Row, "cells" | "raw" | "vendor">;
}

/** What the vendors say of the number of chats. */
export interface ServedCounts {
  /** Of every vendor that gives a number, whether or not the filters leave it out. */
  readonly byVendor: ReadonlyMap<VendorId, number>;
  /** The vendors whose chats are listed. */
  readonly listed: readonly VendorId[];
}

/** What the page can show as a list: one vendor, or all. */
export interface ChatView extends Pick<VendorDefinition<never>, "title" | "subject" | "filters"> {
  readonly id: VendorId | "all";
  readonly columns: readonly ColumnHead[];
  /** The reader of the pages of the chats that satisfy the filters. */
  open(values: FilterValues): ReadPage<Row>;
  /** How many chats each vendor itself says that it has of these; vendors that do not say so are absent. */
  count?(values: FilterValues, signal: AbortSignal): Promise<ServedCounts>;
  /**
   * The rows of another list that are in this one, where this one is known to be a part of that: they can be shown before
   * anybody is asked. Undefined where it is not.
   */
  keep?(rows: readonly Row[], before: FilterValues, values: FilterValues): readonly Row[] | undefined;
  /** The filters with a value that was clicked, to have only such chats or none; undefined where that cannot be asked for. */
  narrow(values: FilterValues, term: ValueTerm, isNot: boolean): FilterValues | undefined;
}

/** A vendor as the page knows it; the type of its chats stays inside. */
export interface VendorView extends ChatView {
  readonly id: VendorId;
  /** Anything that the vendor sent as a chat. */
  toRow(raw: unknown): Row;
}

/** Makes the view of a definition. */
export function createView<Chat>(definition: VendorDefinition<Chat>): VendorView {
  const { columns } = definition;
  const toRow = (raw: unknown): Row => ({
    ...definition.toRow(raw as Chat),
    vendor: definition.id,
    cells: columns.map((column) => column.value(raw as Chat)),
    raw,
  });
  return {
    ...definition,
    toRow,
    open(values) {
      const listing = definition.list(values);
      return async (cursor, signal) => {
        const page = await listing.page(cursor, { pageSize, signal });
        return { ...page, items: page.items.map(toRow) };
      };
    },
    // No vendor documents how to exclude a value.
    narrow: (values, { name, value }, isNot) => (isNot ? undefined : changeValue(values, name, [value])),
  };
}
