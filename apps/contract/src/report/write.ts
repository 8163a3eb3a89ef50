import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ContractReport } from "./contract-report.ts";
import { renderReport } from "./page.ts";

/** Where a report was written. */
export interface ReportFiles {
  readonly json: string;
  readonly html: string;
}

/** Where the reports of runs are: `report.json` for programs, `report.html` for people. Not kept in the repository. */
export const reportFolder = fileURLToPath(new URL("../../report/", import.meta.url));

/** The files of a report in a folder. */
export function reportFilesIn(folder: string): ReportFiles {
  return { json: `${folder}report.json`, html: `${folder}report.html` };
}

/**
 * Writes a report: the data, and the page that is made from it. Each file is replaced as a whole, so that a reader never
 * sees half of one. `folder` ends in a slash.
 */
export function writeReport(report: ContractReport, folder: string = reportFolder): ReportFiles {
  const files = reportFilesIn(folder);
  mkdirSync(folder, { recursive: true });
  replace(files.json, `${JSON.stringify(report, null, 1)}\n`);
  replace(files.html, renderReport(report));
  return files;
}

function replace(file: string, text: string): void {
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
