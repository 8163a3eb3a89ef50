import { join } from "node:path";
import type { Mutant } from "../report/contract-report.ts";
import { type Assignment, type Failure, type Outcome, root } from "./assignment.ts";
import { Refused, writeChangedSpec } from "./changed-spec.ts";
import { instrument, type Modules, readModule, replaceOnce, type Setting } from "./instrument.ts";
import { lint } from "./lint.ts";
import type { Mutation } from "./mutation.ts";
import type { PrismPool } from "./prism-pool.ts";
import { reasonFor } from "./reasons.ts";
import { runTrial } from "./run-trial.ts";
import { startsItsOwn, suites } from "./suites.ts";

/** A place where one trial at a time runs. */
export interface Slot {
  readonly pool: PrismPool;
  /** Folder of its own, for documents and reports. */
  readonly folder: string;
}

/** What became of a mutation. */
export interface Judged {
  readonly mutant: Mutant;
  /** The test that failed, where one did. */
  readonly failure: Failure | undefined;
  /** What was run, where anything was. */
  readonly prepared: Prepared | undefined;
}

/** A mutation as it can be run. */
export interface Prepared {
  readonly modules: Modules;
  readonly setting: Setting;
  readonly tests: readonly string[];
}

/** Starting a server, and everything that waits, can fail for want of time. */
const isOfTime = /time|did not end|hook/i;

/** Tries a mutation. `excludedOf` names tests that fail without it. */
export async function judge(
  mutation: Mutation,
  slot: Slot,
  excludedOf: (prepared: Prepared) => readonly string[],
): Promise<Judged> {
  const { of, operator, place } = mutation;
  const toJudged = (verdict: Mutant["verdict"], by: string, failure?: Failure, prepared?: Prepared): Judged => ({
    mutant: { of, operator, place, verdict, by },
    failure,
    prepared,
  });
  try {
    const prepared = await prepare(mutation, slot);
    const excluded = excludedOf(prepared);
    let outcome = await run(prepared, slot, { excluded });
    // On a busy machine a test can run out of time without a mutant: only what does so twice was killed by it.
    if (outcome.failures[0] && isOfTime.test(outcome.failures[0].message))
      outcome = await run(prepared, slot, { excluded });
    const [failure] = outcome.failures;
    if (failure && isBroken(failure)) return toJudged("void", `It does not load: ${failure.message}`);
    if (failure) return toJudged("killed", `${failure.test}: ${failure.message}`, failure, prepared);
    if (outcome.passed === 0) return toJudged("void", "No test ran.");
    const broken = prepared.setting.only && (await lint(prepared.setting.only.file));
    if (broken) return toJudged("killed", `pnpm lint: ${broken}`);
    const reason = reasonFor(mutation);
    return toJudged(reason ? "equivalent" : "survived", reason ?? "No test failed.", undefined, prepared);
  } catch (error) {
    if (error instanceof Refused) return toJudged("killed", `pnpm codegen: ${error.message}`);
    return toJudged("void", `It does not apply: ${error instanceof Error ? error.message : error}`);
  } finally {
    await slot.pool.forget(slot.folder);
  }
}

/** A module that no longer parses says nothing about tests. */
function isBroken({ fullName, message }: Failure): boolean {
  return fullName === "" && /SyntaxError|Parse error|Transform failed|PARSE_ERROR/i.test(message);
}

async function prepare({ of, change }: Mutation, { pool, folder }: Slot): Promise<Prepared> {
  const common = { upstreamPort: pool.upstreamPort, folder: `${folder}/report/` };
  if ("apply" in change) {
    const { file, modules } = await writeChangedSpec(change, folder);
    const setting = { ...common, isPooled: true, only: { vendor: change.vendor, file } };
    return { modules, setting, tests: suites[of] };
  }
  const { file, from, to } = change;
  const modules = { [file]: replaceOnce(readModule(file), from, to, file) };
  const isPooled = !startsPrism.includes(file);
  const tests = isPooled ? suites[of].filter((test) => !startsItsOwn.includes(test)) : suites[of];
  return { modules, setting: { ...common, isPooled }, tests };
}

/** Modules that the pool's stand-in takes the place of. */
const startsPrism = ["prism.ts", "output.ts", "stop-process.ts"].map((name) => `apps/contract/src/${name}`);

/** Runs tests on modules as a trial. */
export function run(
  { modules, setting, tests }: Prepared,
  { pool }: Slot,
  more: Partial<Pick<Assignment, "excluded" | "only" | "bail">>,
): Promise<Outcome> {
  const changed = Object.entries(instrument(modules, setting)).map(([file, text]) => [join(root, file), text]);
  return runTrial({ modules: Object.fromEntries(changed), tests, excluded: [], only: [], bail: 1, ...more }, pool.url);
}
