import type { VendorId } from "@agent-chats/schema";
import type { Print } from "../printer.ts";
import { readSpec } from "../specs.ts";
import { type Judged, type Prepared, run, type Slot } from "./judge.ts";

/** Knows which tests pass without a mutant: only such a test can kill one. */
export interface Control {
  /** Tests that are known to fail without a mutant, where the same is run. */
  failingWithout(prepared: Prepared): readonly string[];
  /** Whether the test that killed a mutant, if one did, passes without it. Run alone, once. */
  passesWithout(judged: Judged, slot: Slot): Promise<boolean>;
}

/** Knows nothing yet. Tells of tests that fail anyway. */
export function createControl(print: Print): Control {
  const failing = new Map<string, string[]>();
  const passing = new Set<string>();
  const failingOf = (prepared: Prepared) => {
    const known = failing.get(keyOf(prepared)) ?? [];
    failing.set(keyOf(prepared), known);
    return known;
  };

  return {
    failingWithout: failingOf,
    async passesWithout({ failure, prepared }, slot) {
      // A file that cannot be loaded has no test to run alone; nor has a generator.
      if (!failure || !prepared || failure.fullName === "") return true;
      const { fullName, file, test } = failure;
      const key = `${keyOf(prepared)} ${fullName}`;
      if (passing.has(key)) return true;
      const alone = { ...withoutMutant(prepared), tests: [file] };
      const { failures, passed } = await run(alone, slot, { only: [fullName] });
      if (failures.length === 0 && passed > 0) {
        passing.add(key);
        return true;
      }
      print(`Left out, as it fails without a mutant: ${test}: ${failures[0]?.message}`);
      failingOf(prepared).push(fullName);
      return false;
    },
  };
}

/** The same on the vendor's own document, and with no module changed. */
function withoutMutant({ setting, tests }: Prepared): Prepared {
  const only = setting.only && { ...setting.only, file: readSpec(setting.only.vendor satisfies VendorId).file };
  return { modules: {}, tests, setting: { ...setting, only } };
}

/** What runs have in common that fail alike without a mutant. */
function keyOf({ setting: { only, isPooled } }: Prepared): string {
  return JSON.stringify([only?.vendor, isPooled]);
}
