/** Items in the order in which a vendor lists them: the newest first, by a time of the item. */
export interface Collection<Item> {
  /** The items in order. Live: it changes with the collection. */
  readonly items: readonly Item[];
  /** Puts an item where it belongs; before those of the same time. */
  insert(item: Item): void;
}

/**
 * Sorts once. `timeOf` gives an instant as ISO 8601 in UTC with milliseconds, so that comparing texts compares times.
 * Items of the same time stay in the order given.
 */
export function createCollection<Item>(given: readonly Item[], timeOf: (item: Item) => string): Collection<Item> {
  const items = given.toSorted((left, right) => compareDescending(timeOf(left), timeOf(right)));
  return {
    items,
    insert(item) {
      const time = timeOf(item);
      items.splice(
        firstIndex(items, (other) => timeOf(other) <= time),
        0,
        item,
      );
    },
  };
}

function compareDescending(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? 1 : -1;
}

/** Index of the first item that satisfies the test, where all behind it do too; the length where none does. */
function firstIndex<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(items[middle] as Item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
