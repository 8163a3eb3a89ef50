import type { Mark } from "./cursor.ts";
import type { Judged } from "./strategy.ts";
import type { Ask } from "./window.ts";

/** Items by which a resumed walk overlaps with the one that it resumes. */
export const resumedOverlap = 3;
/** Answers that may be searched, and how much to ask for at the least while searching. */
const mostAnswers = 16;
const leastSize = 50;

/** Looks for the place of a mark in a list that has changed since. */
export interface Search {
  /** Where the mark was. */
  readonly place: Ask;
  /** What to ask for after an answer that does not hold it; `undefined` where all was searched that may be. */
  next(answer: Judged<unknown>): Ask | undefined;
}

/** Makes a search, with pages of the caller's size; of `maximumSize` at the most where the vendor documents one. */
export function createSearch(
  mark: Mark,
  direction: Ask["direction"],
  pageSize: number,
  maximumSize = leastSize,
): Search {
  const size = Math.max(pageSize, Math.min(leastSize, maximumSize));
  /** The part of the list that was searched, whether the list ends with it, and how many items the server gives at most. */
  let [from, to, isEnd, clamp] = [Number.POSITIVE_INFINITY, 0, false, size];
  let answers = 0;

  const back = Math.min(mark.anchors.length, resumedOverlap);

  return {
    // Backward, a page that the server clamps would end before the place: a few items are enough there.
    place:
      direction === "forward"
        ? toAsk(mark.position - back, pageSize)
        : toAsk(mark.position + back - 1, Math.min(pageSize, back + 1)),
    next({ rows, window, total, isShort }) {
      answers++;
      const start = Math.min(window.start, total ?? window.start);
      [from, to] = [Math.min(from, start), Math.max(to, start + rows.length)];
      if (rows.length === 0 || isShort || (total !== undefined && to >= total)) isEnd = true;
      else if (rows.length < window.size) clamp = Math.min(clamp, rows.length);
      // In turn behind the part that was searched and before it.
      const isAfter = from === 0 || (answers % 2 === 1 && !isEnd);
      if (answers > mostAnswers || (isAfter && isEnd)) return undefined;
      return isAfter ? toAsk(to - 1, Math.min(size, clamp), "forward", to) : toAsk(from, clamp, "backward", from);
    },
  };

  /**
   * Asks for items from a place on, or up to one, in the terms of the walk's direction. With an edge, only what goes on
   * from there is of use: page numbers could leave a gap, or bring nothing new. Without, every window with the place is.
   */
  function toAsk(place: number, count: number, reading = direction, edge?: number): Ask {
    const first = Math.max(0, reading === "forward" ? place : place + 1 - count);
    const last = reading === "forward" ? first + count - 1 : Math.max(0, place);
    const across = reading === direction ? 0 : 1;
    return direction === "forward"
      ? { from: first, position: edge === undefined ? first : edge - across, size: count, direction }
      : { from: last, position: edge === undefined ? last + 1 : edge + across, size: count, direction };
  }
}
