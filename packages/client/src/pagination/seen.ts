import type { Fingerprint } from "./fingerprint.ts";

/** The items seen so far, by identifier, each with the version in which it was seen last. */
export interface Seen {
  /** Remembers an item; one that is known gets the new version. */
  add(print: Fingerprint): void;
  /** Whether an item with this identifier was seen. */
  has(print: Fingerprint): boolean;
  /** Whether it was seen in this very version. */
  hasVersion(print: Fingerprint): boolean;
  readonly size: number;
}

/** Numbers that a fingerprint takes: four of 32 bits. */
const width = 4;
/** How full the table may be before it grows, and by how much it does: 20 to 32 bytes an item. */
const load = 0.8;
const growth = 1.5;

/** Makes an empty set: a hash table with open addressing in one typed array, so that a million items cost a few 10 MB. */
export function createSeen(): Seen {
  let slots = new Uint32Array(64 * width);
  let size = 0;

  return {
    add(print) {
      if ((size + 1) * width > slots.length * load) grow();
      const slot = find(slots, print);
      if (isEmpty(slots, slot)) size++;
      slots.set(print, slot);
    },
    has: (print) => !isEmpty(slots, find(slots, print)),
    hasVersion(print) {
      const slot = find(slots, print);
      return !isEmpty(slots, slot) && slots[slot + 3] === print[3];
    },
    get size() {
      return size;
    },
  };

  function grow(): void {
    const larger = new Uint32Array(Math.ceil((slots.length / width) * growth) * width);
    for (let slot = 0; slot < slots.length; slot += width) {
      if (isEmpty(slots, slot)) continue;
      const print = slots.subarray(slot, slot + width) as unknown as Fingerprint;
      larger.set(print as unknown as Uint32Array, find(larger, print));
    }
    slots = larger;
  }
}

/** The slot of a fingerprint, or the empty one where it belongs. */
function find(slots: Uint32Array, print: Fingerprint): number {
  let slot = (print[0] % (slots.length / width)) * width;
  while (!isEmpty(slots, slot) && !isSame(slots, slot, print)) slot = (slot + width) % slots.length;
  return slot;
}

function isSame(slots: Uint32Array, slot: number, print: Fingerprint): boolean {
  return slots[slot] === print[0] && slots[slot + 1] === print[1] && slots[slot + 2] === print[2];
}

/** No fingerprint is all zeros, but for one identifier in 10^28. */
function isEmpty(slots: Uint32Array, slot: number): boolean {
  return slots[slot] === 0 && slots[slot + 1] === 0 && slots[slot + 2] === 0;
}
