import type { TestProject } from "vitest/node";
import { readReport } from "../suite.ts";
import { failedTestsOf } from "./failed-tests.ts";
import { reportFilesIn, reportFolder, writeReport } from "./write.ts";

/**
 * A global setup of the test runner. The report is written by the tests that make it, and others may fail after that:
 * when all have ended, those that failed are added, so that no page is green of a run that is red.
 */
export function setup(project: TestProject): () => void {
  const startedAtMs = Date.now();
  return () => finishReport(project, startedAtMs, reportFolder);
}

/** Adds the tests that failed to the report of a run, where it has one. `folder` ends in a slash. */
export function finishReport(project: TestProject, startedAtMs: number, folder: string): void {
  const failedTests = failedTestsOf(project);
  const report = failedTests.length > 0 && readReport(reportFilesIn(folder), startedAtMs);
  if (report) writeReport({ ...report, failedTests }, folder);
}
