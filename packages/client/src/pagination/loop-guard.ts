import type { OrderWatch } from "./order.ts";
import type { Row } from "./row.ts";
import type { Answer } from "./source.ts";

/** How often running the same answer may come at other positions. */
const mostRepeats = 3;
/** How far rows may be pushed on from one answer to the next, as a share of the way between the two. */
const suspiciousShift = 0.75;

/** Notices a server that ignores the position. */
export interface LoopGuard {
  /** What the list does wrong, if it does. */
  check(answer: Answer<unknown>): string | undefined;
  /** Whether an answer came again at another place, or rows of it as far from theirs as if it had, or newer ones. */
  readonly isSuspicious: boolean;
}

/** Makes a guard that has seen nothing, of a list in an order that is being recognised. */
export function createLoopGuard(order: Pick<OrderWatch, "movement">): LoopGuard {
  let places = new Map<Key, number>();
  let last: readonly Key[] = [];
  let lastTotal: number | undefined;
  let [fullest, lastStart, repeats, far, isSuspicious] = [0, 0, 0, 0, false];
  /** When the first item of the last answer was updated, and whether one further on was updated later. */
  let [lastHead, hasRisen] = [Number.NaN, false];

  return {
    check({ rows, window, total }) {
      if (rows.length === 0) {
        // It says that not every position has the same, and nothing of what is elsewhere: that is kept.
        [repeats, far] = [1, 0];
        return undefined;
      }
      const keys = rows.map(toKey);
      const isSame = keys.length === last.length && keys.every((key, index) => key === last[index]);
      fullest = Math.max(fullest, rows.length);
      const way = Math.abs(window.start - lastStart);
      const direction = Math.sign(window.start - lastStart);
      if (!isSame) [repeats, far] = [1, 0];
      else if (way > 0) [repeats, far] = [repeats + 1, far + way];
      const shifts = rows.map(({ place }, index) => (place - (places.get(keys[index] as Key) ?? place)) * direction);
      // On a short way, a row or two that come in can push as far as that, so that most of what is known has to come again.
      const isLong = way * 2 >= places.size;
      // What went before a row draws it back.
      const gone = Math.max(0, (lastTotal ?? 0) - (total ?? 0));
      const pushed = shifts.filter((shift) => shift > 0 && shift >= way * suspiciousShift - gone).length;
      const shared = keys.filter((key) => places.has(key)).length;
      // At the end of a list that shrinks, its last rows come again.
      const isFull = rows.length * 2 > fullest;
      const isAgain = (isFull && repeats > 1) || (isLong ? pushed > 0 : isFull && pushed > shared / 2);
      // At the head, they may be what is left of a list that shrank.
      const mayHaveShrunk = total === undefined || lastTotal === undefined || total < lastTotal;
      isSuspicious ||= isAgain && way > 0 && (window.start > 0 || !mayHaveShrunk);
      // In a list whose changed rows move to its head, a whole way of rows would have had to go there.
      const head = rows[0]?.updatedAt ?? Number.NaN;
      hasRisen ||= direction > 0 && head > lastHead;
      [last, lastStart, lastTotal, lastHead] = [keys, window.start, total, head];
      places = new Map(rows.map(({ place }, index) => [keys[index] as Key, place]));
      // Rows that come in can push the same ones on, but hardly by a page.
      if (repeats < mostRepeats || far < rows.length) return undefined;
      [repeats, far] = [0, 0];
      return `gives the same ${rows.length === 1 ? "item" : `${rows.length} items`} at every position`;
    },
    get isSuspicious() {
      return isSuspicious || (hasRisen && order.movement === "toHead");
    },
  };
}

type Key = string | number;

/** The item as it is: a changed one is another. Where it has an identifier, 53 bits of its fingerprint. */
function toKey({ print, item }: Row<unknown>): Key {
  return print ? ((print[0] ^ print[3]) >>> 0) * 2 ** 21 + (print[1] >>> 11) : JSON.stringify(item);
}
