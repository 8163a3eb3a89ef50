import { type Count, isAgentChatsError, type Page } from "@agent-chats/client";
import type { Report } from "./report.ts";

/** What was read of a listing so far. */
export interface Pages<Item> {
  readonly status: "loading" | "ready" | "failed";
  readonly items: readonly Item[];
  readonly total: Count;
  /** Where the next page begins; undefined before the first page and after the last. */
  readonly cursor: string | undefined;
  /** Why the last request failed. */
  readonly error: unknown;
  /** What the newest page says of the vendors, where the list is of several. */
  readonly report?: Report | undefined;
}

/** Nothing was read yet. */
export const noPages: Pages<never> = {
  status: "loading",
  items: [],
  total: { kind: "unknown" },
  cursor: undefined,
  error: undefined,
};

/** The pages with one more. A row that comes again, because it moved meanwhile, is shown once, as it is now. */
export function addPage<Item extends { readonly id: string }>(
  pages: Pages<Item>,
  page: Page<Item> & { readonly report?: Report },
): Pages<Item> {
  const places = takePlaces(pages.items);
  const items = pages.items.slice();
  for (const item of page.items) {
    const place = places.get(item.id) ?? items.length;
    places.set(item.id, place);
    items[place] = item;
  }
  placesOf.set(items, places);
  const { total, cursor, report } = page;
  return { status: "ready", items, total, cursor, error: undefined, report };
}

/** Where each identifier stands in a list. It is handed on from list to list: a hundred thousand are not read for each page. */
const placesOf = new WeakMap<object, Map<string, number>>();

function takePlaces(items: readonly { readonly id: string }[]): Map<string, number> {
  const known = placesOf.get(items);
  placesOf.delete(items);
  return known ?? new Map(items.map(({ id }, place) => [id, place]));
}

/** Whether the list changed so much that nothing tells any more where the next page begins: it can only be read anew. */
export function isLost({ error }: Pages<unknown>): boolean {
  return isAgentChatsError(error) && error.kind === "cursor";
}

/** How many there are, and how sure that is: `40 of 2,000 chats`, or what is known where the vendor gives no total. */
export function describeCount({ items, total, cursor, status }: Pages<unknown>, noun: string): string {
  const loaded = items.length.toLocaleString("en");
  if (status !== "ready" && items.length === 0) return status === "loading" ? `Loading ${noun}` : `No ${noun} loaded`;
  if (items.length === 0) return `No ${noun}`;
  if (total.kind === "exact") {
    const all = total.value.toLocaleString("en");
    // Some that were loaded have gone since.
    return total.value < items.length ? `${loaded} loaded, ${all} ${noun} now` : `${loaded} of ${all} ${noun}`;
  }
  if (cursor === undefined && status === "ready") return `${loaded} ${noun}, all loaded`;
  if (total.kind !== "atLeast" || total.value <= items.length) return `${loaded} loaded, more may follow`;
  return `${loaded} of at least ${total.value.toLocaleString("en")} ${noun}`;
}
