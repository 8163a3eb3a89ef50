import { mkdtempSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createSampleReport } from "./report/sample-report.ts";
import { summarise } from "./report/summary.ts";
import { toVerdict } from "./report/verdict.ts";
import { writeReport } from "./report/write.ts";
import { admitFailure, readReport, workersOf } from "./suite.ts";

const folder = `${mkdtempSync(join(tmpdir(), "contract-suite-"))}/`;
afterAll(() => rmSync(folder, { recursive: true }));

test("the report of an earlier run is not taken for this one's", () => {
  const sample = createSampleReport();
  const files = writeReport(sample, folder);
  const startedAtMs = Date.parse("2026-11-25T04:00:00Z");
  const write = (atMs: number) => utimesSync(files.json, new Date(atMs), new Date(atMs));
  write(startedAtMs + 60_000);
  expect(readReport(files, startedAtMs)).toEqual(JSON.parse(JSON.stringify(sample)));
  write(startedAtMs - 60_000);
  expect(readReport(files, startedAtMs)).toBeUndefined();
  expect(readReport({ ...files, json: `${folder}none.json` }, startedAtMs)).toBeUndefined();
});

test("a run that failed is never green, whatever its report says", () => {
  const green = createSampleReport();
  const red = createSampleReport({ isRed: true });
  expect(toVerdict(admitFailure(green, 1))).toMatchObject({ colour: "red", faults: ["1 test failed"] });
  expect(admitFailure(green, 0)).toBe(green);
  expect(admitFailure(red, 1)).toBe(red);
});

test("each core has a worker, unless it is said otherwise", () => {
  expect(workersOf([])).toEqual(["--maxWorkers=100%"]);
  expect(workersOf(["laws", "--reporter=dot"])).toEqual(["--maxWorkers=100%"]);
  for (const own of ["--maxWorkers=1", "--max-workers", "--no-file-parallelism"]) expect(workersOf([own])).toEqual([]);
});

test("the summary has the verdict, what is wrong, and each axis by itself, in columns", () => {
  const report = createSampleReport({ hasGaps: true, isRed: true });
  const axes = report.axes.filter(({ id }) => ["statuses", "boundaries", "fields"].includes(id));
  expect(summarise({ ...report, axes })).toBe(
    [
      "  The contract is broken. 58 exchanges in 1 min 11 s.",
      "  3 findings.",
      "  1 test failed.",
      "  2 axes are incomplete.",
      "  1 mutant survived.",
      "",
      "  Statuses           35 of 35",
      "  Boundaries           8 of 9  1 missing",
      "  Fields of answers  52 of 66  5 missing, 9 cannot be",
      "  Mutants killed     21 of 22",
    ].join("\n"),
  );
});
