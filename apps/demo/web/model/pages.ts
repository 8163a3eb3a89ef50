import { type Count, isAgentChatsError, type Page } from "@agent-chats/client";

/** What was read of a listing so far. */
export interface Pages<Item> {
  readonly status: "loading" | "ready" | "failed";
  readonly items: readonly Item[];
  readonly total: Count;
  /** Where the next page begins; undefined before the first page and after the last. */
  readonly cursor: string | undefined;
  /** Why the last request failed. */
  readonly error: unknown;
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
export function addPage<Item extends { readonly id: string }>(pages: Pages<Item>, page: Page<Item>): Pages<Item> {
  const byId = new Map(pages.items.map((item) => [item.id, item]));
  for (const item of page.items) byId.set(item.id, item);
  return { status: "ready", items: [...byId.values()], total: page.total, cursor: page.cursor, error: undefined };
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
  return cursor === undefined ? `${loaded} ${noun}, all loaded` : `${loaded} loaded, more may follow`;
}
