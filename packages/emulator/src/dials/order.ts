import type { Pagination } from "@agent-chats/schema";
import type { ChangingList } from "../changing-list.ts";
import { at } from "../pointer.ts";
import { hash } from "../random.ts";
import type { ListOrder } from "./list-dials.ts";

/** The items of a list in the order in which the server gives them. */
export type Ordering = <Item>(list: ChangingList<Item>) => readonly Item[];

/** An item with what it is sorted by. */
interface Entry<Item> {
  readonly item: Item;
  readonly key: string | number;
  readonly id: string;
}

/** The ordering of an operation. Sorts when a list is asked for first and after it changed. */
export function createOrdering(pagination: Pagination, order: ListOrder | undefined): Ordering {
  if (!order) return (list) => list.items;
  const toKey = createKey(pagination, order.by);
  const sign = order.direction === "ascending" ? 1 : -1;
  const sorted = new WeakMap<object, { readonly revision: number; readonly items: readonly unknown[] }>();
  const compare = (left: Entry<unknown>, right: Entry<unknown>) => sign * compareEntries(left, right);

  return <Item>(list: ChangingList<Item>) => {
    const { items, revision } = list;
    const known = sorted.get(list);
    if (known?.revision === revision) return known.items as readonly Item[];
    const entries = items.map((item) => ({ item, key: toKey(item), id: String(at(item, pagination.id)) }));
    const inOrder = entries.sort(compare).map(({ item }) => item);
    sorted.set(list, { revision, items: inOrder });
    return inOrder;
  };
}

function createKey(pagination: Pagination, by: ListOrder["by"]): (item: unknown) => string | number {
  if (by === "arbitrary") return (item) => hash(String(at(item, pagination.id)));
  const pointer = pagination[`${by}At`] ?? "";
  return (item) => String(at(item, pointer));
}

function compareEntries(left: Entry<unknown>, right: Entry<unknown>): number {
  if (left.key !== right.key) return left.key < right.key ? -1 : 1;
  return left.id < right.id ? -1 : 1;
}
