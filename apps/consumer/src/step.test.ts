import { expect, test } from "vitest";
import { type Outcome, runSteps, toLine } from "./step.ts";
import { toPage, toVerdict } from "./transcript.ts";

const steps = [
  { name: "first", run: () => Promise.reject(new Error("wrong in /tmp/there/a.ts\nand more")) },
  { name: "second", run: async () => "3 files" },
];

async function outcomesOfSteps(): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const outcome of runSteps(steps)) outcomes.push(outcome);
  return outcomes;
}

test("a step that fails ends nothing but itself, and is told with all that it said", async () => {
  const outcomes = await outcomesOfSteps();
  expect(outcomes.map(toLine)).toEqual([
    "FAILED  first: wrong in /tmp/there/a.ts\n        and more",
    "ok      second: 3 files",
  ]);
  expect(toVerdict(outcomes)).toBe("1 steps passed, 1 failed");
});

test("a page names no folder of the machine that it was made on", async () => {
  const page = toPage(await outcomesOfSteps(), "/tmp/there");
  expect(page).toContain("wrong in …/a.ts");
  expect(page).not.toContain("/tmp");
});
