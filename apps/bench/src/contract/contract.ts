import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Outcome, root } from "../../../contract/src/mutants/assignment.ts";
import { readGenerated } from "../../../contract/src/mutants/changed-spec.ts";
import { readModule, replaceOnce, toOtherSpec } from "../../../contract/src/mutants/instrument.ts";
import { runTrial } from "../../../contract/src/mutants/run-trial.ts";
import { generatedIn, ourCodegen } from "../codegen/generate.ts";
import { writeLargeSpec } from "../codegen/large-spec.ts";
import { installPackages, rivalsFolder } from "../install.ts";
import type { Report } from "../report.ts";

const sizes = [3, 51, 501];
/** Several times what the largest takes. */
const mostMs = 3_600_000;
const suite = relative(root, fileURLToPath(new URL("spec-alone.suite.ts", import.meta.url)));

/** Measures how long the contract suite takes for a spec, and how that grows with its operations. */
export async function benchContract(isQuick: boolean): Promise<Report> {
  await installPackages(rivalsFolder);
  const rows: string[][] = [];
  const failures: string[] = [];
  for (const operations of isQuick ? sizes.slice(0, 1) : sizes) {
    const { seconds, outcome } = await measure(operations);
    const { passed, failures: failed } = outcome;
    rows.push([
      String(operations),
      String(passed),
      seconds.toFixed(1),
      ((1_000 * seconds) / operations).toFixed(0),
      ((1_000 * seconds) / passed).toFixed(1),
    ]);
    failures.push(...failed.map(({ test, message }) => `Of ${operations} operations, ${test}: ${message}`));
  }
  const head = ["Operations", "Tests", "s", "ms: an operation", "ms: a test"];
  return { tables: [{ title: "What the contract suite makes of a spec alone", head, rows }], failures };
}

/** Runs the suite in a process of its own, with a large spec in the place of Cargo's. */
async function measure(operations: number): Promise<{ seconds: number; outcome: Outcome }> {
  const folder = mkdtempSync(join(tmpdir(), "agent-chats-contract-"));
  try {
    const spec = await writeLargeSpec(folder, operations);
    await promisify(execFile)(...ourCodegen(folder));
    const startedAt = performance.now();
    const modules = modulesOf(spec, generatedIn(folder));
    const outcome = await runTrial({ modules, tests: [suite], excluded: [], only: [], bail: 0 }, "", mostMs);
    return { seconds: (performance.now() - startedAt) / 1_000, outcome };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The modules that are another with that spec, by their absolute path. */
function modulesOf(spec: string, generated: string): Record<string, string> {
  const [specs, from, to] = toOtherSpec({ vendor: "cargo", file: spec });
  const all = { ...readGenerated("cargo", generated), [specs]: replaceOnce(readModule(specs), from, to, specs) };
  return Object.fromEntries(Object.entries(all).map(([file, text]) => [join(root, file), text]));
}
