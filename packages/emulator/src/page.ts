import type { Pagination } from "@agent-chats/schema";
import { place } from "./pointer.ts";
import type { Reply } from "./vendor-emulation.ts";

/** Tells whether an item belongs to a list. */
export type Predicate<Item> = (item: Item) => boolean;

/** The part of a list that is given. */
export interface PageWindow {
  /** The position as the vendor counts it: items or pages. */
  readonly position: number;
  readonly size: number;
  /** Index of the first item. */
  readonly start: number;
}

/** The part of a list that is there, and the length of the whole. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

type Query = Readonly<Record<string, unknown>>;

/** How many items a page has. */
export interface PageSizes {
  /** When none is asked for, where the vendor documents none. */
  readonly defaultSize: number;
  /** At the most, whatever is asked for: page numbers then count pages of this size. */
  readonly clamp: number;
}

/** The window that a query gets. */
export function toWindow(pagination: Pagination, query: Query, { defaultSize, clamp }: PageSizes): PageWindow {
  const position = Number(query[pagination.position] ?? pagination.first);
  const size = Math.min(Number(query[pagination.size] ?? pagination.defaultSize ?? defaultSize), clamp);
  const start = pagination.style === "page" ? (position - pagination.first) * size : position;
  return { position, size, start };
}

/** One page of the items that satisfy every predicate. Past the end it is empty. The items must be in order. */
export function pageThrough<Item>(
  items: readonly Item[],
  predicates: readonly Predicate<Item>[],
  { start, size }: PageWindow,
): Page<Item> {
  if (predicates.length === 0) return { items: items.slice(start, start + size), total: items.length };
  const found: Item[] = [];
  let total = 0;
  for (const item of items) {
    if (!predicates.every((matches) => matches(item))) continue;
    if (total >= start && total < start + size) found.push(item);
    total += 1;
  }
  return { items: found, total };
}

/** The page as the operation answers it: items and total stand where its description says. */
export function toReply<Item>(pagination: Pagination, page: Page<Item>): Reply {
  const { items, total } = pagination;
  if (items === "") return { body: page.items, headers: toTotalHeader(pagination, page) };
  const body = {};
  place(body, items, page.items);
  if (total && "body" in total) place(body, total.body, page.total);
  return { body, headers: toTotalHeader(pagination, page) };
}

function toTotalHeader({ total }: Pagination, page: Page<unknown>): Record<string, string> {
  return total && "header" in total ? { [total.header]: String(page.total) } : {};
}
