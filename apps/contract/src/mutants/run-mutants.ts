import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { exitCodes } from "../exit-codes.ts";
import { type Print, toColumns } from "../printer.ts";
import type { Mutant } from "../report/contract-report.ts";
import { tallyMutants } from "../report/tally.ts";
import { allMutations } from "./all.ts";
import { root } from "./assignment.ts";
import { type Control, createControl } from "./control.ts";
import { type Judged, judge, type Slot } from "./judge.ts";
import { isNamed, kinds, type Mutation, nameOf } from "./mutation.ts";
import { startPrismPool } from "./prism-pool.ts";
import { isQuick } from "./quick.ts";
import { reasonFor } from "./reasons.ts";
import { keepResult } from "./results.ts";

/** Which mutants to try. */
export interface MutantOptions {
  /** Whether one of each kind is enough. */
  readonly isQuick: boolean;
  /** Kinds, or parts of names; all where there are none. */
  readonly names: readonly string[];
}

/** Trials at the same time. */
const jobs = 2;

/**
 * Makes one mistake after the other in specs, client, emulator and the contract itself, and runs the tests of the contract
 * on each. Nothing that git knows is changed but the results that are kept. Returns the exit code: 1
 * where a mutant survived without a reason, was void, or a reason is outlived.
 */
export async function runMutants(options: MutantOptions, print: Print): Promise<number> {
  const all = allMutations();
  const chosen = all.filter((mutation) => isChosen(mutation, options));
  if (chosen.length === 0) {
    print(`No mutant has ${options.names.join(", ")} in its name.`);
    return exitCodes.usage;
  }
  const judged: Judged[] = [];
  await withSlots(async (slots) => {
    if (options.isQuick) judged.push(...(await tryAll(chosen, slots, print)));
    for (const kind of options.isQuick ? [] : kinds) {
      const startedAtMs = Date.now();
      const isOfKind = ({ of }: Mutation) => of === kind;
      const done = await tryAll(chosen.filter(isOfKind), slots, print);
      judged.push(...done);
      const tried = done.map(({ mutant }) => mutant);
      keepResult(kind, all.filter(isOfKind).map(nameOf), tried, startedAtMs);
    }
  });
  return report(
    judged.map(({ mutant }) => mutant),
    print,
  );
}

function isChosen(mutation: Mutation, { isQuick: isOfQuick, names }: MutantOptions): boolean {
  const isWanted = names.length === 0 || names.some((name) => isNamed(mutation, name));
  return isWanted && (!isOfQuick || isQuick(mutation));
}

async function withSlots(work: (slots: readonly Slot[]) => Promise<void>): Promise<void> {
  const folder = join(root, "apps/contract/node_modules/.mutants");
  const slots: Slot[] = [];
  try {
    for (let index = 0; index < jobs; index++) {
      slots.push({ pool: await startPrismPool(), folder: join(folder, `${process.pid}-${index}`) });
    }
    for (const slot of slots) mkdirSync(slot.folder, { recursive: true });
    await work(slots);
  } finally {
    await Promise.all(slots.map(({ pool }) => pool.stop()));
    for (const slot of slots) rmSync(slot.folder, { recursive: true, force: true });
  }
}

async function tryAll(mutations: readonly Mutation[], slots: readonly Slot[], print: Print): Promise<Judged[]> {
  const control = createControl(print);
  const queue = mutations.entries();
  const done: Judged[] = [];
  await Promise.all(
    slots.map(async (slot) => {
      for (const [index, mutation] of queue) {
        const startedAtMs = Date.now();
        const judged = await judgeSurely(mutation, slot, control);
        done[index] = judged;
        const { verdict, by } = judged.mutant;
        const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(0);
        print(`${verdict.toUpperCase()}  ${nameOf(mutation)}  (${seconds} s)\n    ${by}`);
      }
    }),
  );
  return done;
}

/** A test that fails without the mutant too has not killed it: it is left out, and the mutant tried again. */
async function judgeSurely(mutation: Mutation, slot: Slot, control: Control): Promise<Judged> {
  for (;;) {
    const judged = await judge(mutation, slot, (prepared) => control.failingWithout(prepared));
    if (await control.passesWithout(judged, slot)) return judged;
  }
}

function report(mutants: readonly Mutant[], print: Print): number {
  const outlived = mutants.filter((mutant) => mutant.verdict === "killed" && reasonFor(mutant) !== undefined);
  const open = mutants.filter(({ verdict }) => verdict === "survived" || verdict === "void");
  const rows = kinds.map((kind) => {
    const tally = tallyMutants(mutants.filter(({ of }) => of === kind));
    return [kind, ...Object.entries(tally).map(([verdict, count]) => `${count} ${verdict}`)];
  });
  print(`\n${toColumns(rows)}`);
  for (const mutant of open) print(`  ${mutant.verdict}: ${nameOf(mutant)}: ${mutant.by}`);
  for (const mutant of outlived)
    print(`  A test notices what has a reason to survive: ${nameOf(mutant)}: ${mutant.by}`);
  return open.length + outlived.length > 0 ? exitCodes.broken : exitCodes.clean;
}
