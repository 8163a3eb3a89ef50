/** Items in the order in which a vendor lists them: the newest first, by a time of the item. */
export interface Collection<Item> {
  /** The items in order. Live: it changes with the collection. */
  readonly items: readonly Item[];
  /** How often it has changed. */
  readonly revision: number;
  /** Puts an item where it belongs; before those of the same time. */
  insert(item: Item): void;
  /** Puts an item in the place of another, or where it belongs when its time is another one. */
  replace(index: number, item: Item): void;
  /** Takes an item out. */
  remove(index: number): void;
}

/**
 * Sorts once. `timeOf` gives an instant as ISO 8601 in UTC with milliseconds, so that comparing texts compares times.
 * Items of the same time stay in the order given.
 */
export function createCollection<Item>(given: readonly Item[], timeOf: (item: Item) => string): Collection<Item> {
  const items = given.toSorted((left, right) => compareDescending(timeOf(left), timeOf(right)));
  let revision = 0;

  function put(item: Item): void {
    const time = timeOf(item);
    const index = firstIndex(items, (other) => timeOf(other) <= time);
    items.splice(index, 0, item);
  }

  return {
    items,
    get revision() {
      return revision;
    },
    insert(item) {
      put(item);
      revision += 1;
    },
    replace(index, item) {
      if (timeOf(items[index] as Item) === timeOf(item)) items[index] = item;
      else {
        items.splice(index, 1);
        put(item);
      }
      revision += 1;
    },
    remove(index) {
      items.splice(index, 1);
      revision += 1;
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
