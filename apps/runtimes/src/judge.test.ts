import { describe, expect, test } from "vitest";
import type { Outcome } from "../inside/outcome.ts";
import { judge, type Task } from "./judge.ts";
import type { LeftOut } from "./left-out.ts";

const outcome = (title: string, given: Partial<Outcome> = {}): Outcome => ({
  file: "a.test.ts",
  kind: "test",
  title,
  state: "passed",
  messages: [],
  ...given,
});
const failed = (title: string, message = "expected 1 to be 2") =>
  outcome(title, { state: "failed", messages: [message] });

const entry: LeftOut = {
  file: "a.test.ts",
  test: "reads the disk",
  shows: { workerd: "no disk" },
  reason: "workerd has none.",
};

function judgeThese(outcomes: Outcome[], { leftOut = [], ...given }: Partial<Task> = {}, uncaught: string[] = []) {
  const counts = new Map([["a.test.ts", outcomes.filter(({ kind }) => kind === "test").length]]);
  return judge({ outcomes, uncaught }, { runtime: "workerd", counts, leftOut, ...given });
}

describe("a report", () => {
  test("is good where all tests of Vitest's own count passed", () => {
    expect(judgeThese([outcome("one"), outcome("two")])).toEqual({ passed: 2, leftOut: 0, failures: [] });
  });

  test("is bad with a test that failed, whose message is printed without colours", () => {
    const { passed, failures } = judgeThese([outcome("one"), failed("suite > two", "\u001b[31mno\u001b[39m")]);
    expect(passed).toBe(1);
    expect(failures).toEqual([{ title: "a.test.ts > suite > two", message: "no" }]);
  });

  test("is bad with a test that was skipped", () => {
    const { failures } = judgeThese([outcome("one"), outcome("two", { state: "skipped" })]);
    expect(failures).toMatchObject([{ title: "a.test.ts > two" }]);
  });

  test("is bad with fewer tests than Vitest counts, or more", () => {
    for (const count of [1, 3]) {
      const { failures } = judgeThese([outcome("one"), outcome("two")], { counts: new Map([["a.test.ts", count]]) });
      expect(failures).toEqual([{ title: "a.test.ts", message: `2 of its ${count} tests ran.` }]);
    }
  });

  test("is bad with a file that does not load, which is one failure", () => {
    const file = outcome("", { kind: "file", state: "failed", messages: ["no such module"] });
    const counts = new Map(Object.entries({ "a.test.ts": 4, "b.test.ts": 1 }));
    const { failures } = judgeThese([file, outcome("one", { file: "b.test.ts" })], { counts });
    expect(failures).toEqual([{ title: "a.test.ts does not load", message: "no such module" }]);
  });

  test("is bad with an error that nobody caught", () => {
    const { failures } = judgeThese([outcome("one")], {}, ["Error: unheard of"]);
    expect(failures).toEqual([{ title: "nobody caught this error", message: "Error: unheard of" }]);
  });

  test("is bad without a test that passed", () => {
    expect(judgeThese([]).failures).toMatchObject([{ title: "no test passed" }]);
  });
});

describe("what is left out", () => {
  const leftOut = [entry];

  test("may fail as its entry says, in whatever suite", () => {
    const tests = [
      outcome("one"),
      failed("a > reads the disk", "there is no disk"),
      failed("reads the disk", "no disk"),
    ];
    expect(judgeThese(tests, { leftOut })).toEqual({ passed: 1, leftOut: 2, failures: [] });
  });

  test("may not fail in another way", () => {
    const { leftOut: count, failures } = judgeThese([outcome("one"), failed("reads the disk")], { leftOut });
    expect(count).toBe(0);
    expect(failures).toMatchObject([{ title: "a.test.ts > reads the disk" }]);
  });

  test("may not fail on another runtime", () => {
    const tests = [outcome("one"), failed("reads the disk", "no disk")];
    expect(judgeThese(tests, { leftOut, runtime: "bun" }).failures).toHaveLength(1);
  });

  test("may not pass: its entry is outlived", () => {
    const { passed, failures } = judgeThese([outcome("one"), outcome("reads the disk")], { leftOut });
    expect(passed).toBe(1);
    expect(failures).toMatchObject([{ title: "left out: a.test.ts > reads the disk" }]);
  });

  test("may pass where its entry says that it is chance, and counts then", () => {
    const byChance = [{ ...entry, isChance: true }];
    const tests = [outcome("one"), outcome("reads the disk")];
    expect(judgeThese(tests, { leftOut: byChance })).toEqual({ passed: 2, leftOut: 0, failures: [] });
  });

  test("is still there: an entry without a test is outlived", () => {
    expect(judgeThese([outcome("one")], { leftOut }).failures).toMatchObject([
      { title: "left out: a.test.ts > reads the disk", message: expect.stringContaining("remove it") },
    ]);
  });

  test("is a whole file where the entry names no test, and counts as many as Vitest does", () => {
    const { test: _, ...whole } = entry;
    const file = outcome("", { kind: "file", state: "failed", messages: ["no disk"] });
    const counts = new Map(Object.entries({ "a.test.ts": 4, "b.test.ts": 1 }));
    const verdict = judgeThese([file, outcome("one", { file: "b.test.ts" })], { counts, leftOut: [whole] });
    expect(verdict).toEqual({ passed: 1, leftOut: 4, failures: [] });
  });
});
