import { describe, expect, test } from "vitest";
import { toAnswer } from "../../test/answers.ts";
import { rows, toRow } from "../../test/list-server.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { createFrontier } from "./frontier.ts";
import type { Given } from "./strategy.ts";

const rowsOf = (...numbers: number[]) => toAnswer(numbers.map((number) => toRow(number))).rows;
const printOf = (number: number) => rowsOf(number)[0]?.print as Fingerprint;
const numberOf = (print: Fingerprint) =>
  Array.from({ length: 100 }, (_, number) => number).find((n) => printOf(n)[0] === print[0]);

/** A frontier, behind rows that were delivered before where there are any. */
function start(...given: number[]) {
  const frontier = createFrontier(given.map(printOf));
  return {
    frontier,
    /** Passes rows; those named as known were seen before and stand where they stood. */
    pass: (numbers: number[], known: number[] = [], isByPlace = false) => {
      const isKnown = new Set(known.map((number) => printOf(number)[0]));
      const hasPlace = ({ print }: { print: Fingerprint | undefined }) => print !== undefined && isKnown.has(print[0]);
      return frontier
        .pass(rowsOf(...numbers), { isFresh: (row) => !hasPlace(row), hasPlace, isByPlace })
        .map(anchorsOf);
    },
  };
}

/** A row that was given, with the last eight anchors of a cursor behind it. */
function anchorsOf({ row, anchors }: Given<unknown>) {
  const trail = anchors?.trail.slice(0, anchors.end).slice(-8).map(numberOf);
  return [row.print && numberOf(row.print), trail] as const;
}

describe("a frontier", () => {
  test("gives fresh rows with the last eight that were given, themselves at the end", () => {
    const given = start().pass([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(given[0]).toEqual([0, [0]]);
    expect(given[2]).toEqual([2, [0, 1, 2]]);
    expect(given[9]).toEqual([9, [2, 3, 4, 5, 6, 7, 8, 9]]);
  });

  test("goes on behind the overlap", () => {
    const { pass } = start();
    pass([0, 1, 2]);
    expect(pass([2, 3, 4], [2])).toEqual([
      [3, [0, 1, 2, 3]],
      [4, [0, 1, 2, 3, 4]],
    ]);
  });

  test("goes on behind what a resumed walk had delivered", () => {
    expect(start(0, 1, 2).pass([1, 2, 3], [1, 2])).toEqual([[3, [0, 1, 2, 3]]]);
  });

  test("does not change the anchors of what was given before", () => {
    const { frontier } = start();
    const about = { isFresh: () => true, hasPlace: () => false, isByPlace: false };
    const [first] = frontier.pass(rowsOf(0, 1, 2), about);
    frontier.pass(rowsOf(3, 4), { ...about, isByPlace: true });
    expect(first && anchorsOf(first)).toEqual([0, [0]]);
  });

  test("keeps all that was given before the anchors of a row that came in among them", () => {
    const { pass } = start();
    pass([0, 1, 2, 3]);
    // 2 and 3 were given, and stand behind it: a cursor without them would repeat them.
    expect(pass([1, 50, 2, 3, 4], [1, 2, 3])).toEqual([
      [50, [0, 1, 50, 2, 3]],
      [4, [0, 1, 50, 2, 3, 4]],
    ]);
  });

  test("gives rows without anchors where nothing shows on which side of the anchors they stand, and says so", () => {
    const { frontier, pass } = start();
    pass([0, 1, 2]);
    expect(frontier.isLost).toBe(false);
    expect(pass([3, 4])).toEqual([
      [3, undefined],
      [4, undefined],
    ]);
    expect(frontier.isLost).toBe(true);
  });

  test("gives no anchors to a row before one that was given longer ago than the anchors go", () => {
    const { pass } = start();
    pass([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(pass([5, 50, 2], [5, 2])).toEqual([[50, undefined]]);
  });

  test("trusts the place where the answer follows by it", () => {
    const { frontier, pass } = start();
    pass([0, 1, 2]);
    expect(pass([3], [], true)).toEqual([[3, [0, 1, 2, 3]]]);
    expect(frontier.isLost).toBe(false);
  });

  test("drops an anchor that has changed: it may have moved", () => {
    const { pass } = start();
    pass([0, 1, 2]);
    // 2 comes again, changed, ahead of 1: it is no anchor any more.
    expect(pass([2, 1, 3], [1]).at(-1)).toEqual([3, [0, 1, 3]]);
  });

  test("gives up an anchor that two answers were without which should have held it", () => {
    const { pass } = start();
    pass([0, 1, 2, 3]);
    expect(pass([2, 4], [2])).toEqual([[4, [0, 1, 2, 4, 3]]]);
    expect(pass([4, 5], [4])).toEqual([[5, [0, 1, 2, 4, 5, 3]]]);
    expect(pass([5, 6], [5])).toEqual([[6, [0, 1, 2, 4, 5, 6]]]);
  });

  test("gives no anchors to a row without an identifier", () => {
    const nameless = toAnswer([{ createdAt: 1 }]).rows;
    const about = { isFresh: () => true, hasPlace: () => false, isByPlace: false };
    expect(
      createFrontier([])
        .pass(nameless, about)
        .map(({ anchors }) => anchors),
    ).toEqual([undefined]);
  });

  test("gives nothing that is not fresh", () => {
    const about = { isFresh: () => false, hasPlace: () => false, isByPlace: false };
    expect(createFrontier([]).pass(toAnswer(rows(3)).rows, about)).toEqual([]);
  });
});
