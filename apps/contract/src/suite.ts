import { spawn } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { exitCodes } from "./exit-codes.ts";
import type { Print } from "./printer.ts";
import type { ContractReport } from "./report/contract-report.ts";
import { summarise } from "./report/summary.ts";
import { toVerdict } from "./report/verdict.ts";
import { type ReportFiles, reportFilesIn, reportFolder, writeReport } from "./report/write.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Runs the tests of the contract, and then makes the page of what they reported. Returns the runner's exit code. */
export async function runSuite(args: readonly string[], print: Print): Promise<number> {
  const startedAtMs = Date.now();
  const code = await runVitest(args);
  const report = readReport(reportFilesIn(reportFolder), startedAtMs);
  if (!report) {
    print("  This run left no report: only a run of the whole suite does.\n");
    return code;
  }
  const complete = admitFailure(report, code);
  const { html } = writeReport(complete);
  print(`${summarise(complete)}\n\n  ${relative(root, html)}\n`);
  return code;
}

function runVitest(args: readonly string[]): Promise<number> {
  const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
  const child = spawn(process.execPath, [vitest, "run", "--project", "contract", ...workersOf(args), ...args], {
    cwd: root,
    stdio: "inherit",
  });
  // Ctrl+C reaches both: the runner ends its own servers first.
  const wait = () => {};
  process.on("SIGINT", wait);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("SIGINT", wait);
      resolve(code ?? exitCodes.broken);
    });
  });
}

/** One worker a core, unless it is said otherwise: the runner leaves one core out, and on two it is half of all. */
export function workersOf(args: readonly string[]): string[] {
  return args.some((arg) => /^--(max-?workers|(no-)?file-?parallelism)\b/i.test(arg)) ? [] : ["--maxWorkers=100%"];
}

/** The report of this run; `undefined` where there is none, or only that of an earlier one. */
export function readReport({ json }: ReportFiles, startedAtMs: number): ContractReport | undefined {
  const written = statSync(json, { throwIfNoEntry: false });
  // File systems keep some times by the second only.
  if (!written || written.mtimeMs < startedAtMs - 1_000) return undefined;
  return JSON.parse(readFileSync(json, "utf8"));
}

/** A run that failed has a red page, also where its report knows nothing of why. */
export function admitFailure(report: ContractReport, code: number): ContractReport {
  if (code === exitCodes.clean || toVerdict(report).colour === "red") return report;
  return { ...report, failedTests: [`The test runner ended with exit code ${code}: its output says why.`] };
}
