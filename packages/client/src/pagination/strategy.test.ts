import { describe, expect, test } from "vitest";
import { createContext, createJournal, toAnswer } from "../../test/answers.ts";
import { newest, toRow } from "../../test/list-server.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { isNewcomer, lastOf, noteBeginning, toAnchors } from "./strategy.ts";

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

describe("the beginning of a walk", () => {
  test("is told by its first answer, and by none after it", () => {
    const context = createContext({ journal: createJournal({ beganAt: Number.NaN }) });
    noteBeginning(context, toAnswer([], 0, { serverTime: Number.NaN }));
    noteBeginning(context, toAnswer([], 0, { serverTime: newest }));
    noteBeginning(context, toAnswer([], 0, { serverTime: newest + 5000 }));
    expect(context.journal.beganAt).toBe(newest);
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
