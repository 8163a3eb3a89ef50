import type { Pagination } from "@agent-chats/schema";
import { type Fingerprint, fingerprint } from "./fingerprint.ts";
import { pointerTo } from "./pointer.ts";

/** An item with what the walk goes by. */
export interface Row<Item> {
  readonly item: Item;
  /** Index in the list when it was read, from 0. */
  readonly place: number;
  /** `undefined` where the vendor left the identifier out, or gave an object for one. */
  readonly print: Fingerprint | undefined;
  /** Milliseconds since 1970; `NaN` where the vendor says none. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Makes a reader of what the operation's `x-pagination` points to in an item. */
export function createRowReader<Item>(pagination: Pagination): (item: Item, place: number) => Row<Item> {
  const idOf = pointerTo(pagination.id);
  const createdAtOf = pagination.createdAt === undefined ? () => undefined : pointerTo(pagination.createdAt);
  const updatedAtOf = pagination.updatedAt === undefined ? () => undefined : pointerTo(pagination.updatedAt);
  return (item, place) => {
    const id = toText(idOf(item));
    const updatedAt = updatedAtOf(item);
    return {
      item,
      place,
      print: id === undefined ? undefined : fingerprint(id, `${toText(updatedAt)}`),
      createdAt: toTime(createdAtOf(item)),
      updatedAt: toTime(updatedAt),
    };
  };
}

/** An object identifies nothing, and not every one can be made a text of: it may be nested too deep, or have its own `toString`. */
function toText(value: unknown): string | undefined {
  return value === null || value === undefined || typeof value === "object" ? undefined : String(value);
}

function toTime(value: unknown): number {
  return typeof value === "string" ? Date.parse(value) : Number.NaN;
}
