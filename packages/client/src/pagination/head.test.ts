import { describe, expect, test } from "vitest";
import { createContext, createJournal, idsOf, toAnswer } from "../../test/answers.ts";
import { drive, read } from "../../test/drive.ts";
import { newest, type Row, rows, toRow } from "../../test/list-server.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { settleHead, toWatermark } from "./head.ts";
import { createSeen } from "./seen.ts";
import type { Journal } from "./strategy.ts";

/** A list by update, the newest first: one row a second. */
const byUpdate = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => toRow((index * 7) % count, -index));

/** Settles the head of a list, of which all was given as it was at first; before each answer it may change. */
function settle(
  list: Row[],
  change: (list: Row[], answers: number) => Row[] = (rows) => rows,
  journal: Partial<Journal> = {},
) {
  const context = createContext({ journal: createJournal(journal) });
  const given = createSeen();
  for (const { print } of toAnswer(list).rows) given.add(print as Fingerprint);
  const strategy = settleHead<{ id?: string }>(context, given, newest, [], "empty");
  const ids: (string | undefined)[] = [];
  const starts: number[] = [];
  let [now, step] = [list, strategy.next()];
  while (!step.done) {
    ids.push(...(idsOf(step.value.give) ?? []));
    const { from, size } = step.value.ask;
    now = change(now, starts.length + 1);
    starts.push(from);
    if (starts.length > 1000) throw new Error("never at rest");
    const window = { start: from, size, position: from };
    const page = now.slice(from, from + size);
    step = strategy.next(toAnswer(page, from, { window, isShort: page.length < size }));
  }
  ids.push(...(idsOf(step.value.give) ?? []));
  const { stopReason, complete } = step.value;
  return { ids, starts, stopReason, complete, headWalks: context.journal.headWalks };
}

const touch = (list: Row[], id: string, updated: number) => {
  const row = { ...list.find((candidate) => candidate.id === id), id, updatedAt: newest + updated * 1000 };
  return [row, ...list.filter((candidate) => candidate.id !== id)];
};

describe("the head of a list by update", () => {
  test("at rest takes one answer, which reaches what was there when the walk began", () => {
    expect(settle(byUpdate(50))).toEqual({ ids: [], starts: [0], stopReason: "empty", complete: true, headWalks: 1 });
  });

  test("is not reached by an answer without items, or with too few, where the total promises more", () => {
    const list = byUpdate(12);
    for (const cut of [[], list.slice(0, 3)]) {
      const moved = [{ ...toRow(77), updatedAt: newest + 5000 }, ...list.slice(1)];
      const context = createContext();
      const strategy = settleHead<{ id?: string }>(context, createSeen(), newest - 60_000, [], "total");
      const { ids, ending } = drive(strategy, (ask, count) => read(count === 1 ? cut : moved, ask, { total: 12 }));
      expect(ids).toContain("r77");
      expect(ending).toMatchObject({ stopReason: "total", complete: true });
    }
  });

  test("gives rows that were not given: those that had jumped there while they were ahead", () => {
    const { ids, complete } = settle(byUpdate(50), (list, answers) =>
      answers === 1 ? [{ ...toRow(77), updatedAt: newest + 5000 }, ...list] : list,
    );
    expect(ids).toEqual(["r77"]);
    expect(complete).toBe(true);
  });

  test("is walked down until it is reached, and once more for what moved meanwhile", () => {
    // 25 rows have jumped: three answers of ten that overlap by one, and then one that shows it at one moment.
    const jumped = Array.from({ length: 25 }, (_, index) => index).reduce(
      (list, n) => touch(list, `r${n}`, n + 1),
      byUpdate(50),
    );
    const moved = settle(byUpdate(50), (list, answers) => (answers === 1 ? jumped : list));
    expect(moved.starts).toEqual([0, 9, 18, 0]);
    expect(moved).toMatchObject({ complete: true, headWalks: 2 });
  });

  test("gives a row that jumps over the answer that is being read in the next round", () => {
    const jumped = Array.from({ length: 15 }, (_, index) => index).reduce(
      (list, n) => touch(list, `r${n}`, n + 1),
      byUpdate(50),
    );
    const list = [...jumped, toRow(77, -60)];
    const moved = settle(byUpdate(50), (now, answers) =>
      answers === 1 ? list : answers === 2 ? touch(now, "r77", 100) : now,
    );
    expect(moved.ids).toEqual(["r77"]);
    expect(moved.complete).toBe(true);
  });

  test("is walked down past what has the very time of the watermark: that may be of after or before", () => {
    const tied = Array.from({ length: 15 }, (_, index) => toRow(index, 0));
    const list = [
      ...tied.slice(0, 12),
      toRow(77, 0),
      ...tied.slice(12),
      ...rows(10, 20).map(({ id }) => ({ id, updatedAt: newest - 9000 })),
    ];
    const { ids, starts } = settle(
      list.filter(({ id }) => id !== "r77"),
      () => list,
    );
    expect(ids).toEqual(["r77"]);
    expect(starts.slice(0, 2)).toEqual([0, 9]);
  });

  test("that never rests is left, and nobody knows whether that was all", () => {
    let updated = 0;
    const storm = (list: Row[]) =>
      Array.from({ length: 12 }, () => 0).reduce((rows) => touch(rows, rows[30]?.id ?? "", ++updated), list);
    expect(settle(byUpdate(50), storm)).toMatchObject({ stopReason: "restless", complete: "unknown" });
  });

  test("that grows as fast as it is read does not hold a round for ever", () => {
    let added = 0;
    const grow = (list: Row[]) => {
      added += 10;
      return [...Array.from({ length: 10 }, (_, index) => toRow(-added - index, added + 10 - index)), ...list];
    };
    const { starts, stopReason, complete } = settle(byUpdate(50), grow);
    expect([stopReason, complete]).toEqual(["restless", "unknown"]);
    expect(starts.length).toBeLessThanOrEqual(50);
  });

  test("does not make a walk complete that was in doubt", () => {
    expect(settle(byUpdate(50), undefined, { isInDoubt: true })).toMatchObject({
      stopReason: "empty",
      complete: "unknown",
    });
  });

  test("ends with the end of a list that is shorter than an answer", () => {
    const moved = settle(byUpdate(5), (list) => list.map((row) => ({ ...row, updatedAt: newest + 9000 })));
    expect(moved).toMatchObject({ starts: [0], complete: true });
  });
});

describe("a watermark", () => {
  test("is the newest update of an answer, and no number where one is missing", () => {
    expect(toWatermark(toAnswer([toRow(1, 5), toRow(2, 9), toRow(3, 7)]))).toBe(newest + 9000);
    expect(toWatermark(toAnswer([toRow(1, 5), toRow(2)]))).toBeNaN();
    expect(toWatermark(toAnswer([]))).toBe(Number.NEGATIVE_INFINITY);
  });
});
