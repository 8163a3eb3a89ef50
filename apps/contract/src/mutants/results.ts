import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Mutant } from "../report/contract-report.ts";
import { root } from "./assignment.ts";
import { kinds, nameOf } from "./mutation.ts";

/** What became of all mutants of one kind. */
interface KindResult {
  /** ISO 8601: the end of the last run that tried any of them. */
  readonly madeAt: string;
  /** Of the last run that tried all. */
  readonly durationMs: number;
  /** The commit that the last of them were made of. */
  readonly commit: string;
  /** Whether files differed from that commit. */
  readonly isChanged: boolean;
  readonly mutants: readonly Mutant[];
}

/** Results by kind. */
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

/**
 * Keeps what became of mutants of a kind: with all of its mutants, or with some, where the others are kept already.
 * `names` are all that the kind has; those that are gone go here too. Says nothing of a kind that was never tried whole.
 */
export function keepResult(
  of: Mutant["of"],
  names: readonly string[],
  tried: readonly Mutant[],
  startedAtMs: number,
): void {
  const results = readResults();
  const known = new Map([...(results[of]?.mutants ?? []), ...tried].map((mutant) => [nameOf(mutant), mutant]));
  const mutants = names.flatMap((name) => known.get(name) ?? []);
  if (mutants.length < names.length || tried.length === 0) return;
  const isWhole = tried.length === names.length;
  const result: KindResult = {
    madeAt: new Date().toISOString(),
    durationMs: isWhole ? Date.now() - startedAtMs : (results[of]?.durationMs ?? 0),
    commit: git("rev-parse", "--short", "HEAD"),
    isChanged:
      git("status", "--porcelain", "--", "spec", "packages", "apps/contract", ":!apps/contract/mutants.json") !== "",
    mutants,
  };
  const all = { ...results, [of]: result };
  const inOrder = Object.fromEntries(kinds.flatMap((kind) => (all[kind] ? [[kind, all[kind]]] : [])));
  writeFileSync(file, `${JSON.stringify(inOrder, null, 2)}\n`);
}

function git(...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
}
