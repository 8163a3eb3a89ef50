import type { Pagination } from "@agent-chats/schema";
import { vendor as cargo } from "@agent-chats/schema/cargo";
import { vendor as cotool } from "@agent-chats/schema/cotool";
import { vendor as invent } from "@agent-chats/schema/invent";
import { createCargo } from "../src/cargo/index.ts";
import { createCotool } from "../src/cotool/index.ts";
import { createInvent } from "../src/invent/index.ts";
import type { Listing } from "../src/pagination/listing.ts";
import type { WalkOptions } from "../src/pagination/options.ts";
import { createListServer, type ListServer, type Row, rows } from "./list-server.ts";

/** A way in which a vendor pages. */
export interface Dialect {
  readonly name: string;
  readonly pagination: Pagination;
  /** How the strongest walk goes. */
  readonly exact: "forward" | "backward" | "windows";
  readonly list: (server: Pick<ListServer, "fetch">, options?: WalkOptions) => Listing<unknown>;
}

const token = "token";

export const withRange: Dialect = {
  name: "offset with a range of creation time",
  pagination: cargo.operations.listChats.pagination,
  exact: "windows",
  list: ({ fetch }, options) => createCargo({ token, fetch, retry: false }).chats.list({}, options),
};
export const withoutTotal: Dialect = {
  name: "offset without a total",
  pagination: cargo.operations.listMessages.pagination,
  exact: "forward",
  list: ({ fetch }, options) => createCargo({ token, fetch, retry: false }).messages.list({ chatUuid: "c" }, options),
};
export const withTotal: Dialect = {
  name: "offset with a total in the body",
  pagination: cotool.operations.listAgentChats.pagination,
  exact: "backward",
  list: ({ fetch }, options) => createCotool({ token, fetch, retry: false }).chats.list({ agentId: "a" }, options),
};
export const byPage: Dialect = {
  name: "page numbers with a total in a header",
  pagination: invent.operations.listOrgChats.pagination,
  exact: "backward",
  list: ({ fetch }, options) => createInvent({ token, fetch, retry: false }).chats.list({ org_id: "c" }, options),
};

/** The ways in which the vendors page. */
export const dialects: readonly Dialect[] = [withRange, withoutTotal, withTotal, byPage];

/** A server of that dialect with as many rows, or with these. */
export function serve({ pagination }: Dialect, list: number | Row[]): ListServer {
  return createListServer(pagination, typeof list === "number" ? rows(list) : list);
}

/** The identifiers of items, as their vendor calls them. */
export function idsOf(items: readonly unknown[]): string[] {
  return items.map((item) => {
    const { id, uuid } = item as { id?: string; uuid?: string };
    return id ?? uuid ?? "";
  });
}

/** `r<from>` and so on, as a list server calls its rows. */
export function idsFrom(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, index) => `r${from + index}`);
}
