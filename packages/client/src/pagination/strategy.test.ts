import { describe, expect, test, vi } from "vitest";
import { createContext, createJournal, toAnswer } from "../../test/answers.ts";
import { newest, toRow } from "../../test/list-server.ts";
import type { Fingerprint } from "./fingerprint.ts";
import {
  isNewcomer,
  isStill,
  isSurelyNew,
  type Journal,
  type Judged,
  lastOf,
  mayHaveChanged,
  noteBeginning,
  toAnchors,
} from "./strategy.ts";

const anchors = Array.from({ length: 10 }, (_, index): Fingerprint => [index, 0, 0, 0]);

describe("a newcomer", () => {
  const [row] = toAnswer([toRow(0)]).rows;

  test("was created later than in the second in which the walk began, as its clock is cut to the second", () => {
    const isNew = (beganAt: number) => row && isNewcomer(createJournal({ beganAt }), row);
    expect([isNew(newest - 1000), isNew(newest - 999), isNew(newest), isNew(newest + 1)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test("is none where a time is not known", () => {
    const [nameless] = toAnswer([{ id: "r0" }]).rows;
    expect(row && isNewcomer(createJournal({ beganAt: Number.NaN }), row)).toBe(false);
    expect(nameless && isNewcomer(createJournal({ beganAt: 0 }), nameless)).toBe(false);
  });
});

describe("a row that is surely new", () => {
  const [row] = toAnswer([toRow(0)]).rows;

  test("was created a minute after the walk began, by the vendor's clock", () => {
    const isNew = (journal: Partial<Journal>) => row && isSurelyNew(createJournal(journal), row);
    expect(isNew({ beganAt: newest - 60_000 })).toBe(true);
    expect(isNew({ beganAt: newest - 59_999 })).toBe(false);
    expect(isNew({ beganAt: newest - 60_000, isOwnClock: true })).toBe(false);
  });
});

describe("a row that may have changed since the walk began", () => {
  const mayHave = (row: ReturnType<typeof toRow>, more: Partial<Journal> = {}) =>
    toAnswer([row]).rows.every((read) => mayHaveChanged(createJournal({ beganAt: newest, ...more }), read));

  test("was updated since, or up to a minute before, as clocks may be off by that", () => {
    expect([1, -60, -61].map((updated) => mayHave(toRow(100, updated)))).toEqual([true, true, false]);
    expect(mayHave(toRow(100))).toBe(true);
  });

  test("is none that is surely new", () => {
    expect([-60, -59].map((number) => mayHave(toRow(number, 90)))).toEqual([false, true]);
    expect(mayHave(toRow(-60, 90), { isOwnClock: true })).toBe(true);
  });
});

describe("a list whose rows stay where they are", () => {
  const mark = { walk: "forward", position: 1, beganAt: 1, isProven: true, isStill: false, anchors: [] } as const;
  const order = { observe() {}, order: undefined, movement: "none", evidence: 11 } as const;

  test("is one for a walk from the beginning, and for one that resumes a walk that knew", () => {
    expect(isStill(createContext({ order }))).toBe(true);
    expect(isStill(createContext({ order, mark: { ...mark, isStill: true } }))).toBe(true);
  });

  test("is none where rows move, whatever a walk before knew", () => {
    const moving = createContext({ order: { ...order, movement: "toHead", evidence: 99 } });
    expect(isStill({ ...moving, mark: { ...mark, isStill: true } })).toBe(false);
  });

  test("is one for another that is resumed once it has seen twelve neighbours in order", () => {
    expect(isStill(createContext({ order, mark }))).toBe(false);
    expect(isStill(createContext({ order: { ...order, evidence: 12 }, mark }))).toBe(true);
  });
});

describe("the beginning of a walk", () => {
  const begin = (...answers: Judged<unknown>[]) => {
    const context = createContext({ journal: createJournal({ beganAt: Number.NaN }) });
    for (const answer of answers) noteBeginning(context, answer);
    return context.journal;
  };

  test("is told by its first answer, and by none after it", () => {
    const { beganAt } = begin(
      toAnswer([], 0, { serverTime: newest }),
      toAnswer([], 0, { serverTime: newest + 5000 }),
      toAnswer([], 0, { serverTime: Number.NaN }),
    );
    expect(beganAt).toBe(newest);
  });

  test("is by our own clock where the vendor tells no time", () => {
    const own = vi.spyOn(Date, "now").mockReturnValue(1234);
    expect(begin(toAnswer([], 0, { serverTime: Number.NaN }))).toMatchObject({ beganAt: 1234, isOwnClock: true });
    own.mockRestore();
  });

  test("is as much later as the clock is seen to be behind the times of the items", () => {
    const [created, updated] = [toRow(0), toRow(3, 7)];
    expect(begin(toAnswer([created], 0, { serverTime: newest - 4000 })).beganAt).toBe(newest);
    expect(begin(toAnswer([updated], 0, { serverTime: newest - 4000 })).beganAt).toBe(newest + 7000);
    // The first answer holds only what is old, the second is 5 s behind, and the third less than that.
    const { beganAt } = begin(
      toAnswer([toRow(60)], 0, { serverTime: newest - 20_000 }),
      toAnswer([created], 1, { serverTime: newest - 5000 }),
      toAnswer([created], 2, { serverTime: newest - 4000 }),
    );
    expect(beganAt).toBe(newest - 15_000);
  });

  test("does not move on with a list that grows, where answers from a cache tell the same time, or none", () => {
    for (const serverTime of [newest, Number.NaN]) {
      const own = vi
        .spyOn(Date, "now")
        .mockReturnValueOnce(newest)
        .mockReturnValueOnce(newest + 90_000);
      const { beganAt } = begin(toAnswer([toRow(0)], 0, { serverTime }), toAnswer([toRow(-80)], 1, { serverTime }));
      own.mockRestore();
      expect(beganAt).toBe(newest);
    }
  });

  test("is that of the walk that it resumes", () => {
    const mark = { walk: "forward", position: 1, beganAt: 1, isProven: true, isStill: true, anchors: [] } as const;
    const context = createContext({ mark, journal: createJournal({ beganAt: Number.NaN }) });
    noteBeginning(context, toAnswer([], 0, { serverTime: newest }));
    expect(context.journal.beganAt).toBeNaN();
  });
});

describe("the anchors of a cursor", () => {
  test("are the last eight of a trail, up to a row of it", () => {
    expect(lastOf(toAnchors(anchors))).toEqual(anchors.slice(2));
    expect(lastOf({ trail: anchors, end: 9 })).toEqual(anchors.slice(1, 9));
    expect(lastOf({ trail: anchors, end: 3 })).toEqual(anchors.slice(0, 3));
  });
});
