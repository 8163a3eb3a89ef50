import { expect, test } from "vitest";
import type { ContractReport } from "./contract-report.ts";
import { createSampleReport } from "./sample-report.ts";
import { toVerdict } from "./verdict.ts";

const sample = createSampleReport();
const withAxis = (count: number, reason?: string): Partial<ContractReport> => {
  const point = { name: "p", vendor: "cargo", operation: "listChats", count, exchanges: [], reason };
  return { axes: [{ id: "a", title: "A", means: "", points: [point] }] };
};
const withMutant = (verdict: "survived" | "equivalent" | "void"): Partial<ContractReport> => ({
  mutants: [{ of: "spec", operator: "o", place: "p", verdict, by: "b" }],
});

test("a run that found nothing and left nothing out is green", () => {
  expect(toVerdict(sample)).toEqual({ colour: "green", headline: "The contract holds.", faults: [], gaps: [] });
});

test.each<[string, Partial<ContractReport>, string]>([
  ["a finding", { findings: [{ oracle: "wire", exchange: "x", message: "m" }] }, "1 finding"],
  ["a failed test", { failedTests: ["a > b"] }, "1 test failed"],
  ["a reason that is outlived", withAxis(2, "It cannot be."), "reasons on 1 axis are outlived"],
  ["no exchange at all", { exchanges: [] }, "no exchange was recorded"],
])("%s makes it red", (_, change, fault) => {
  expect(toVerdict({ ...sample, ...change })).toMatchObject({ colour: "red", faults: [fault] });
});

test.each<[string, Partial<ContractReport>, string]>([
  ["a point that is missing without a reason", withAxis(0), "1 axis is incomplete"],
  ["a mutant that survived", withMutant("survived"), "1 mutant survived"],
])("%s is a gap", (_, change, gap) => {
  expect(toVerdict({ ...sample, ...change })).toMatchObject({ colour: "gaps", gaps: [gap] });
});

test("a point with a reason, a void mutant and an equivalent one are no gaps", () => {
  for (const change of [withAxis(0, "It cannot be."), withMutant("void"), withMutant("equivalent")]) {
    expect(toVerdict({ ...sample, ...change }).colour).toBe("green");
  }
});
