import { mostAnchors } from "./cursor.ts";
import { compareFingerprints, type Fingerprint } from "./fingerprint.ts";
import type { Row } from "./row.ts";
import { type Given, toAnchors } from "./strategy.ts";

/** The last rows that were given, in the order of the walk: a cursor finds its place by them. */
export interface Frontier {
  /**
   * Takes the rows of an answer, in the order of the walk, and gives those that are fresh, each with the anchors of a
   * cursor behind it. None where it is not certain that all that was given stands before those anchors.
   */
  pass<Item>(rows: readonly Row<Item>[], about: Knowledge<Item>): Given<Item>[];
  /** Whether rows were given behind anchors that have all gone or changed: a cursor could then repeat them. */
  readonly isLost: boolean;
}

/** What is known of the rows of an answer. */
interface Knowledge<Item> {
  /** Whether a row is to be given. */
  isFresh(row: Row<Item>, index: number): boolean;
  /** Whether a row was seen before, and stands where it stood. */
  hasPlace(row: Row<Item>): boolean;
  /** Whether the answer follows the one before by its place alone. */
  readonly isByPlace: boolean;
}

/** Answers that may be without an anchor before it is given up. Between it and the one before, rows may have come in. */
const mostMisses = 2;

/** Makes a frontier behind the anchors of a mark, or before the first row. */
export function createFrontier(given: readonly Fingerprint[]): Frontier {
  let anchors = [...given];
  let misses = new Map<Fingerprint, number>();
  let isLost = false;
  const indexOf = ({ print }: Row<unknown>) =>
    print ? anchors.findIndex((anchor) => compareFingerprints(anchor, print) === 0) : -1;

  return {
    pass(rows, { isFresh, hasPlace, isByPlace }) {
      const known = rows.map(hasPlace);
      // One that has changed may have moved, so that it proves nothing any more.
      const changed = rows.map((row, index) => (known[index] ? -1 : indexOf(row)));
      anchors = anchors.filter((_, index) => !changed.includes(index));
      const last = known.lastIndexOf(true);
      const isLastAnchor = last !== -1 && indexOf(rows[last] as Row<unknown>) !== -1;
      // How many anchors stand before the row; unknown where none was passed.
      let passed = isByPlace || anchors.length === 0 ? anchors.length : undefined;
      let seen = -1;
      const fresh = [];
      for (const [index, row] of rows.entries()) {
        const anchor = known[index] ? indexOf(row) : -1;
        if (anchor !== -1) [passed, seen] = [anchor + 1, index];
        if (known[index]) continue;
        const isWanted = isFresh(row, index);
        const isCertain = passed !== undefined && row.print !== undefined && (index > last || isLastAnchor);
        isLost ||= isWanted && passed === undefined;
        if (isCertain) passed = insert(passed as number, row.print as Fingerprint);
        if (isWanted) fresh.push(isCertain ? { row, anchors: toAnchors(anchors) } : { row });
      }
      if (passed !== undefined && seen < rows.length - 1) giveUp(passed);
      anchors = anchors.slice(-mostAnchors);
      return fresh;
    },
    get isLost() {
      return isLost;
    },
  };

  /** Puts an anchor behind a number of them; returns how many stand before the next. What others hold stays as it is. */
  function insert(passed: number, print: Fingerprint): number {
    if (passed < anchors.length) anchors = [...anchors.slice(0, passed), print, ...anchors.slice(passed)];
    else anchors.push(print);
    return passed + 1;
  }

  /** Counts the anchors behind the passed ones as missing: the answer reaches beyond the place where they were. */
  function giveUp(passed: number): void {
    misses = new Map(anchors.slice(passed).map((anchor) => [anchor, (misses.get(anchor) ?? 0) + 1]));
    anchors = anchors.filter((anchor) => (misses.get(anchor) ?? 0) < mostMisses);
  }
}
