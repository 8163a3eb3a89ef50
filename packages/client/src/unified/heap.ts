/** What is next comes out first; those that are equal in the order in which they went in. */
export interface Heap<Value> {
  readonly size: number;
  readonly first: Value | undefined;
  /** All values, in no order. */
  readonly values: readonly Value[];
  push(value: Value): void;
  pop(): Value | undefined;
}

/** Makes a binary heap. `isBefore` must be a strict order. */
export function createHeap<Value>(isBefore: (left: Value, right: Value) => boolean): Heap<Value> {
  const values: Value[] = [];
  const isUp = (left: number, right: number) => isBefore(values[left] as Value, values[right] as Value);
  const swap = (left: number, right: number) => {
    [values[left], values[right]] = [values[right] as Value, values[left] as Value];
  };
  return {
    values,
    get size() {
      return values.length;
    },
    get first() {
      return values[0];
    },
    push(value) {
      let index = values.push(value) - 1;
      for (let parent = (index - 1) >> 1; index > 0 && isUp(index, parent); parent = (index - 1) >> 1) {
        swap(index, parent);
        index = parent;
      }
    },
    pop() {
      const [first, last] = [values[0], values.pop()];
      if (values.length === 0) return first;
      values[0] = last as Value;
      for (let index = 0; ; ) {
        const [left, right] = [2 * index + 1, 2 * index + 2];
        const child = right < values.length && isUp(right, left) ? right : left;
        if (child >= values.length || !isUp(child, index)) return first;
        swap(index, child);
        index = child;
      }
    },
  };
}
