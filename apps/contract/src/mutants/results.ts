import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Mutant } from "../report/contract-report.ts";
import { root } from "./assignment.ts";

/** What became of all mutants of one kind, in their last whole run. */
interface KindResult {
  /** ISO 8601. */
  readonly madeAt: string;
  readonly durationMs: number;
  /** The commit that they were made of. */
  readonly commit: string;
  /** Whether files differed from that commit. */
  readonly isChanged: boolean;
  readonly mutants: readonly Mutant[];
}

/** The results of the last whole runs, by kind. */
export type Results = Partial<Record<Mutant["of"], KindResult>>;

/** Kept in the repository: whoever reads the report need not wait for all mutants. */
const file = fileURLToPath(new URL("../../mutants.json", import.meta.url));

/** The results that are kept; none where no run has ended yet. */
export function readResults(): Results {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** All mutants of the results. */
export function mutantsIn(results: Results): readonly Mutant[] {
  return Object.values(results).flatMap(({ mutants }) => mutants);
}

/** Puts the result of a kind in the place of the one before. */
export function keepResult(of: Mutant["of"], mutants: readonly Mutant[], startedAtMs: number): void {
  const result: KindResult = {
    madeAt: new Date().toISOString(),
    durationMs: Date.now() - startedAtMs,
    commit: git("rev-parse", "--short", "HEAD"),
    isChanged:
      git("status", "--porcelain", "--", "spec", "packages", "apps/contract", ":!apps/contract/mutants.json") !== "",
    mutants,
  };
  writeFileSync(file, `${JSON.stringify({ ...readResults(), [of]: result }, null, 1)}\n`);
}

function git(...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
}
