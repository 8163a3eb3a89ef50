import type { Listing } from "@agent-chats/client";
import type { VendorId } from "@agent-chats/schema";
import type { FilterField, FilterValues } from "./filters.ts";
import type { ColumnHead, ReadPage, Row, Value } from "./row.ts";

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
  toRow(chat: Chat): Omit<Row, "cells" | "raw">;
}

/** A vendor as the page knows it; the type of its chats stays inside. */
export interface VendorView extends Pick<VendorDefinition<never>, "id" | "title" | "subject" | "filters"> {
  readonly columns: readonly ColumnHead[];
  /** The reader of the pages of the chats that satisfy the filters. */
  open(values: FilterValues): ReadPage<Row>;
}

/** Makes the view of a definition. */
export function createView<Chat>(definition: VendorDefinition<Chat>): VendorView {
  const { columns, toRow } = definition;
  const complete = (chat: Chat): Row => ({
    ...toRow(chat),
    cells: columns.map((column) => column.value(chat)),
    raw: chat,
  });
  return {
    ...definition,
    open(values) {
      const listing = definition.list(values);
      return async (cursor, signal) => {
        const page = await listing.page(cursor, { pageSize, signal });
        return { ...page, items: page.items.map(complete) };
      };
    },
  };
}
