import type { Collection } from "./collection.ts";

/** A list as a server has it: others add to it, change it and delete from it while it is read. */
export interface ChangingList<Item> {
  /** The items in the vendor's own order. */
  readonly items: readonly Item[];
  /** Another number after each change: what was made from the items is good while it stays. */
  readonly revision: number;
  /** A new item comes in, like those that are there, created now. */
  insert(): void;
  /** Something happens to the item at an index: its update time is now. */
  update(index: number): void;
  /** The item at an index is deleted. */
  remove(index: number): void;
}

/** How items come, change and go. */
export interface ItemLife<Item> {
  /** Makes an item up, created now. */
  create(): Item;
  /** The item as it is after something happened to it now. */
  touch(item: Item): Item;
  /** Hears of an item that is about to be deleted. */
  forget?(item: Item): void;
}

/** The changing list of a collection. */
export function createChangingList<Item>(collection: Collection<Item>, life: ItemLife<Item>): ChangingList<Item> {
  const { items } = collection;
  return {
    items,
    get revision() {
      return collection.revision;
    },
    insert: () => collection.insert(life.create()),
    update: (index) => collection.replace(index, life.touch(items[index] as Item)),
    remove(index) {
      life.forget?.(items[index] as Item);
      collection.remove(index);
    },
  };
}
