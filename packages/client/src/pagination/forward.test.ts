import { describe, expect, test } from "vitest";
import { createContext, type Item, toAnswer } from "../../test/answers.ts";
import { idsFrom } from "../../test/dialects.ts";
import { drive, read } from "../../test/drive.ts";
import { newest, type Row, rows, toRow } from "../../test/list-server.ts";
import { walkWindows } from "./creation-windows.ts";
import { walkForward } from "./forward.ts";

const start = () => walkForward<Item>(createContext());
const problemsOf = (steps: readonly { readonly problem?: string | undefined }[]) =>
  steps.flatMap(({ problem }, index) => (problem === undefined ? [] : [index]));

/** Rows by time of update, the oldest first: what changes moves to the end. */
const oldestUpdateFirst = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => toRow((index * 7) % count, index - count));

describe("an answer that was asked for before an earlier one had arrived", () => {
  test("does not show the end: the last item is asked for once more, and the walk goes on behind what comes", () => {
    const list = oldestUpdateFirst(45);
    const { steps, ids } = drive(start(), (ask, count) =>
      read(count < 6 ? list.slice(0, 30) : list, ask, { isStale: count === 2 || count === 5 }),
    );
    expect(ids).toEqual(list.map(({ id }) => id));
    const places = steps.map(({ ask }) => [ask.from, ask.position]);
    expect(places.slice(0, 8)).toEqual([
      [0, 0],
      [9, 10],
      [18, 19],
      [27, 28],
      [29, 30],
      // Once more: nothing need be new in it.
      [29, 29],
      [38, 39],
      [44, 45],
    ]);
  });

  test("is no fault of a server whose total it reaches, however often it comes", () => {
    const list = oldestUpdateFirst(30);
    const { steps, ending } = drive(start(), (ask, count) =>
      read(list, ask, { total: 30, isStale: count > 2 && count < 8 }),
    );
    expect(problemsOf(steps)).toEqual([]);
    expect(ending).toMatchObject({ stopReason: "total", complete: true });
  });
});

describe("a list that ends before its total", () => {
  test("is told of after two answers in a row, and after two more where the walk goes on", () => {
    const { steps } = drive(start(), (ask) => read(rows(12), ask, { total: 30 }), 10);
    // Steps: the first, those at items 0, 9 and 11, and then those that know of a problem.
    expect(problemsOf(steps)).toEqual([4, 6, 8]);
  });
});

describe("a list by creation, the oldest first", () => {
  const list = rows(60).toReversed();

  test("is not left for answers that bring nothing: only newcomers show that it grows", () => {
    const { ids, ending } = drive(start(), (ask, count) =>
      count > 2 && count < 8
        ? toAnswer(list.slice(ask.from, ask.from + 1), ask.from, {
            window: { start: ask.from, size: 10, position: ask.from },
          })
        : read(list, ask),
    );
    expect(ids).toEqual(list.map(({ id }) => id));
    expect(ending).toMatchObject({ stopReason: "empty", complete: true });
  });

  test("is left after three answers that hold only what was created since", () => {
    const grown = [...list, ...rows(90, -200).toReversed()];
    const { steps, ids, ending } = drive(start(), (ask, count) =>
      read(grown, ask, { serverTime: newest + 30_000 * count }),
    );
    expect(ids.slice(0, 60)).toEqual(list.map(({ id }) => id));
    // Answers of ten that overlap by one: the seventh holds the last six of the list, three of newcomers follow.
    expect(steps).toHaveLength(10);
    expect(ending?.stopReason).toBe("grown");
  });
});

describe("an answer that was empty for a moment", () => {
  test("proves nothing of the end of a list that shifts: a full answer with nothing new may have more behind it", () => {
    const list = rows(40);
    const shifted = [...rows(9, -9), ...list];
    const { ids, ending } = drive(start(), (ask, count) => {
      if (count === 2) return read([], ask, { total: 30 });
      // The server counts too few, and nine rows come in at the head behind the place where it said 30.
      return read(ask.from >= 36 ? shifted : list, ask, { total: count === 1 ? 29 : 30 });
    });
    expect(ids).toEqual(idsFrom(40));
    // So far on, the rows may have come again because the position was ignored.
    expect(ending).toMatchObject({ stopReason: "total", complete: "unknown" });
  });

  test.each([
    ["toHead", "unknown"],
    ["none", true],
  ] as const)("leaves open what moved, one item at a time, where rows move: %s", (movement, complete) => {
    const ten = Array.from({ length: 10 }, (_, index) =>
      movement === "none" ? toRow(index) : toRow((index * 7) % 10, -index),
    );
    const one = (place: number, ...list: Row[]) =>
      toAnswer(list, place, { window: { start: place, size: 10, position: place } });
    const [old, added] = [toRow(50, -50), toRow(40, -40)];
    // The server shows an order, then ignores the range, so that the walk goes on forward, and gives one item at a time.
    const { ids, ending } = drive(walkWindows<Item>(createContext()), (ask, count) => {
      if (count <= 2) return read(ten, { ...ask, from: 0 });
      if (count === 4) return one(1);
      if (count === 6) return one(1, old);
      return count > 6 ? { ...one(0, added), isShort: true } : one(0, count === 3 ? old : added);
    });
    expect(ids).toEqual(["r50", "r40"]);
    expect(ending).toMatchObject({ stopReason: "empty", complete });
  });
});
