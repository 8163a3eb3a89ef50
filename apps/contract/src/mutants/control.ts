import type { Print } from "../printer.ts";
import { readSpec } from "../specs.ts";
import type { Failure } from "./assignment.ts";
import { type Judged, type Prepared, run, type Slot } from "./judge.ts";

/** Knows which tests pass without a mutant: only such a test can kill one. */
export interface Control {
  /** Tests that are known to fail without a mutant, where the same is run. */
  failingWithout(prepared: Prepared): readonly string[];
  /** Whether the test that killed a mutant, if one did, passes without it. Run once. */
  passesWithout(judged: Judged, slot: Slot): Promise<boolean>;
}

/** Knows nothing yet. Tells of tests that fail anyway. Throws where a file of tests does not even load. */
export function createControl(print: Print): Control {
  const failing = new Map<string, Set<string>>();
  const passing = new Set<string>();
  /** By file: what is run with no more than that file, which a test may need that looks back at all others. */
  const whole = new Map<string, Promise<readonly Failure[]>>();
  const failingOf = (prepared: Prepared) => {
    const known = failing.get(keyOf(prepared)) ?? new Set();
    failing.set(keyOf(prepared), known);
    return known;
  };

  async function passes({ fullName, file }: Failure, prepared: Prepared, slot: Slot): Promise<boolean> {
    const alone = { ...withoutMutant(prepared), tests: [file] };
    if (fullName !== "") {
      const { failures, passed } = await run(alone, slot, { only: [fullName] });
      if (failures.length === 0 && passed > 0) return true;
    }
    const key = `${keyOf(prepared)} ${file}`;
    const running = whole.get(key) ?? run(alone, slot, { bail: 0 }).then(({ failures }) => failures);
    whole.set(key, running);
    const failures = await running;
    const broken = failures.find((failure) => failure.fullName === "");
    if (broken) throw new Error(`${file} does not run without a mutant: ${broken.message}`);
    return !failures.some((failure) => failure.fullName === fullName);
  }

  return {
    failingWithout: (prepared) => [...failingOf(prepared)],
    async passesWithout({ failure, prepared }, slot) {
      // Neither a generator nor a run that does not end is a test.
      if (!failure?.file || !prepared) return true;
      const key = `${keyOf(prepared)} ${failure.file} ${failure.fullName}`;
      if (passing.has(key) || (await passes(failure, prepared, slot))) {
        passing.add(key);
        return true;
      }
      print(`Left out, as it fails without a mutant: ${failure.test}`);
      failingOf(prepared).add(failure.fullName);
      return false;
    },
  };
}

/** The same on the vendor's own document, and with no module changed. */
function withoutMutant({ setting, tests }: Prepared): Prepared {
  const only = setting.only && { ...setting.only, file: readSpec(setting.only.vendor).file };
  return { modules: {}, tests, setting: { ...setting, only } };
}

/** What runs have in common that fail alike without a mutant. */
function keyOf({ setting: { only, isPooled } }: Prepared): string {
  return JSON.stringify([only?.vendor, isPooled]);
}
