import { expect, test } from "vitest";
import { createCoverage, missingOf, outlivedOf, type Reason } from "../src/points/coverage.ts";

const of = { vendor: "cargo", id: "listNotes" } as const;
const reasons: Reason[] = [{ axis: "parameters", points: /^cargo listNotes query size$/, reason: "It cannot be." }];

/** The axes where one parameter was sent, one cannot be, and one was forgotten. */
function read(covered: readonly string[], given = reasons) {
  const coverage = createCoverage();
  for (const name of ["query page", "query size", "query name"]) coverage.declare("parameters", of, name);
  for (const name of covered) coverage.note("parameters", of, name, "cargo-mock-1");
  return coverage.read(given);
}

test("a point that nothing covers is missing, unless it has a reason", () => {
  expect(missingOf(read(["query page"]))).toEqual(["parameters: cargo listNotes query name"]);
  expect(missingOf(read(["query page"], []))).toHaveLength(2);
  expect(missingOf(read(["query page", "query name"]))).toEqual([]);
});

test("what was noted and never declared is no point", () => {
  const points = read(["query other"]).flatMap((axis) => axis.points);
  expect(points.map(({ name, count }) => `${name} ${count}`)).toEqual([
    "cargo listNotes query page 0",
    "cargo listNotes query size 0",
    "cargo listNotes query name 0",
  ]);
});

test("a reason is outlived where its point is covered, and idle where it has none", () => {
  expect(outlivedOf(read(["query page"]), reasons)).toEqual([]);
  expect(outlivedOf(read(["query size"]), reasons)).toEqual(["parameters: cargo listNotes query size"]);
  const idle: Reason = { axis: "parameters", points: /nothing/, reason: "It cannot be." };
  expect(outlivedOf(read([]), [...reasons, idle])).toEqual(["parameters: /nothing/ is of no point"]);
});
