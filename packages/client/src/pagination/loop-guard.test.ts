import { describe, expect, test } from "vitest";
import { toAnswer } from "../../test/answers.ts";
import { type Row, rows, toRow } from "../../test/list-server.ts";
import { createLoopGuard } from "./loop-guard.ts";
import type { Movement } from "./order.ts";

/** What a guard says to answers with these rows at these places. */
function check(...answers: (readonly [start: number, list: readonly Row[]])[]) {
  return checkIn("none", ...answers);
}

/** The same in a list whose rows move in some way when they change. */
function checkIn(movement: Movement, ...answers: (readonly [start: number, list: readonly Row[]])[]) {
  const guard = createLoopGuard({ movement });
  const said = answers.map(([start, list]) => guard.check(toAnswer(list, start)));
  return { said, isSuspicious: guard.isSuspicious };
}

const page = rows(10);
const problem = "gives the same 10 items at every position";

describe("a loop guard", () => {
  test("finds nothing in a list that is walked in overlapping pages, in either direction", () => {
    const starts = [0, 9, 18, 27, 36];
    for (const walk of [starts, starts.toReversed()]) {
      const { said, isSuspicious } = check(...walk.map((start) => [start, rows(10, start)] as const));
      expect(said).toEqual([undefined, undefined, undefined, undefined, undefined]);
      expect(isSuspicious).toBe(false);
    }
  });

  test("notices the same answer at a third position", () => {
    const { said, isSuspicious } = check([0, page], [9, page], [18, page]);
    expect(said).toEqual([undefined, undefined, problem]);
    expect(isSuspicious).toBe(true);
  });

  test("notices it backward, too", () => {
    expect(check([990, page], [981, page], [972, page]).said.at(-1)).toBe(problem);
  });

  test("suspects it at the second position", () => {
    expect(check([0, page], [9, page])).toEqual({ said: [undefined, undefined], isSuspicious: true });
  });

  test("suspects it across an answer that is empty, which says nothing of what is elsewhere", () => {
    expect(check([0, page], [16, []], [9, page]).isSuspicious).toBe(true);
    expect(check([0, page], [16, []], [9, page.slice(1)]).isSuspicious).toBe(true);
    expect(check([0, page], [16, []], [9, rows(10, 9)]).isSuspicious).toBe(false);
  });

  test("says so each third time", () => {
    const { said } = check(...[0, 9, 18, 27, 36, 45].map((start) => [start, page] as const));
    expect(said).toEqual([undefined, undefined, problem, undefined, undefined, problem]);
  });

  test("does not mind the same answer at the same position: a request that was made again", () => {
    expect(check([9, page], [9, page], [9, page], [9, page]).said).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(check([9, page], [9, page], [9, page]).isSuspicious).toBe(false);
    expect(check([0, page], [12, page], [12, page]).said).toEqual([undefined, undefined, undefined]);
  });

  test("suspects items further on that were updated later, where these belong at the head", () => {
    const page = Array.from({ length: 10 }, (_, index) => toRow(index, -index));
    const later = Array.from({ length: 10 }, (_, index) => toRow(index, 20 - index));
    expect(checkIn("toHead", [0, page], [9, later]).isSuspicious).toBe(true);
    expect(checkIn("toHead", [9, page], [0, later]).isSuspicious).toBe(false);
    expect(checkIn("toHead", [9, page], [9, later]).isSuspicious).toBe(false);
    expect(checkIn("toHead", [0, later], [9, page]).isSuspicious).toBe(false);
    expect(checkIn("none", [0, page], [9, later]).isSuspicious).toBe(false);
  });

  test("does not suspect items further on that were updated at the same time, as many are at once", () => {
    const same = Array.from({ length: 10 }, (_, index) => toRow(index, 0));
    const others = Array.from({ length: 10 }, (_, index) => toRow(index + 10, 0));
    expect(checkIn("toHead", [0, same], [10, others]).isSuspicious).toBe(false);
  });

  test("does not suspect the last items that come again from the end of a list that shrinks", () => {
    const last = rows(5, 18);
    expect(check([0, page], [18, last], [17, last]).isSuspicious).toBe(false);
    const full = rows(10, 18);
    expect(check([0, page], [18, full], [17, full]).isSuspicious).toBe(true);
  });

  test("does not suspect other items a short way on", () => {
    expect(check([0, page], [4, rows(10, 50)]).isSuspicious).toBe(false);
  });

  test("suspects the same items at the head, where the list is known not to have shrunk to them", () => {
    const isSuspicious = (...totals: (number | undefined)[]) => {
      const guard = createLoopGuard({ movement: "none" });
      for (const [index, total] of totals.entries()) guard.check(toAnswer(page, index === 0 ? 9 : 0, { total }));
      return guard.isSuspicious;
    };
    expect(isSuspicious(20, 20)).toBe(true);
    expect(isSuspicious(20, 21)).toBe(true);
    expect(isSuspicious(20, 15)).toBe(false);
    expect(isSuspicious(undefined, undefined)).toBe(false);
    expect(isSuspicious(undefined, 20)).toBe(false);
    expect(isSuspicious(20, undefined)).toBe(false);
    // Seen there once more, they tell nothing new.
    expect(isSuspicious(20, 15, 15)).toBe(false);
  });

  test("suspects items as far from their places as the position went, less by those that are gone", () => {
    const isSuspicious = (list: readonly Row[], total: number) => {
      const guard = createLoopGuard({ movement: "none" });
      guard.check(toAnswer(page, 0, { total: 100 }));
      guard.check(toAnswer(list, 9, { total }));
      return guard.isSuspicious;
    };
    expect(isSuspicious(rows(10, 3), 97)).toBe(true);
    expect(isSuspicious(rows(10, 3), 100)).toBe(false);
    expect(isSuspicious(rows(10, 19), 90)).toBe(false);
  });

  test("begins anew with another answer", () => {
    const { said } = check([0, page], [9, page], [18, rows(10, 18)], [27, page], [36, page]);
    expect(said).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  test("does not mind answers without items", () => {
    expect(check([0, []], [9, []], [18, []])).toEqual({ said: [undefined, undefined, undefined], isSuspicious: false });
  });

  test("does not mind the same rows pushed on by less than a page in all: as many may have come in", () => {
    expect(check([20, page], [23, page], [26, page]).said).toEqual([undefined, undefined, undefined]);
  });

  test("takes a row that has changed for another", () => {
    const changed = (updatedAt: number) => page.map((row) => ({ ...row, updatedAt }));
    expect(check([0, changed(1)], [9, changed(2)], [18, changed(3)])).toEqual({
      said: [undefined, undefined, undefined],
      isSuspicious: false,
    });
  });

  test("tells rows without identifiers apart by all that they hold", () => {
    const nameless = (from: number) => rows(10, from).map((row) => ({ ...row, id: undefined }));
    expect(check([0, nameless(0)], [9, nameless(0)], [18, nameless(0)]).said.at(-1)).toBe(problem);
    expect(check([0, nameless(0)], [9, nameless(9)], [18, nameless(18)]).said.at(-1)).toBeUndefined();
  });
});
