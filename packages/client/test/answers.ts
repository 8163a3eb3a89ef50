import type { Pagination } from "@agent-chats/schema";
import { createOrderWatch } from "../src/pagination/order.ts";
import { createRowReader } from "../src/pagination/row.ts";
import type { Given, Journal, Judged, WalkContext } from "../src/pagination/strategy.ts";
import { newest, type Row, toItem } from "./list-server.ts";

/** Listings as the units of a walk see them: by offset and by page number. */
export const offsets: Pagination = {
  style: "offset",
  position: "offset",
  size: "limit",
  first: 0,
  items: "",
  id: "/id",
  createdAt: "/createdAt",
  updatedAt: "/updatedAt",
};
export const pages: Pagination = { ...offsets, style: "page", position: "page", size: "take", first: 1 };

/** An item as far as these tests look at it. */
export interface Item {
  readonly id?: string;
}

/** An answer with these rows, from a place on; full unless something else is said. */
export function toAnswer(list: readonly Row[], start = 0, more: Partial<Judged<Item>> = {}): Judged<Item> {
  const read = createRowReader<Item>(offsets);
  return {
    window: { start, size: list.length, position: start },
    rows: list.map((row, index) => read(toItem(offsets, row), start + index)),
    total: undefined,
    serverTime: newest + 60_000,
    requests: 1,
    isShort: false,
    isStale: false,
    ...more,
  };
}

/** A journal of a walk that began a minute after `newest`. */
export function createJournal(more: Partial<Journal> = {}): Journal {
  return {
    walk: "forward",
    beganAt: newest + 60_000,
    first: undefined,
    isOwnClock: false,
    isInDoubt: false,
    isAdrift: false,
    gapsRepaired: 0,
    headWalks: 0,
    ...more,
  };
}

/** What a strategy knows when it begins. */
export function createContext(more: Partial<WalkContext> = {}): WalkContext {
  return {
    pagination: offsets,
    pageSize: 10,
    mark: undefined,
    settle: true,
    order: createOrderWatch(),
    journal: createJournal(),
    ...more,
  };
}

/** The identifiers of what is given. */
export function idsOf(given: readonly Given<Item>[] | undefined): (string | undefined)[] | undefined {
  return given?.map(({ row }) => row.item.id);
}
