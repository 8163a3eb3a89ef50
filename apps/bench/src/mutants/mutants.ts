import type { Report } from "../report.ts";
import { type Mutant, mutantsOf, readModules } from "./modules.ts";
import { mutate } from "./operators.ts";
import type { Part } from "./parts.ts";
import { kinds, outlived, reasonFor } from "./reasons.ts";
import { runTests } from "./run-tests.ts";

/** Processes that run tests at the same time. */
const jobs = 2;

interface Verdict {
  readonly mutant: Mutant;
  /** `undefined` where no test failed. */
  readonly killer: string | undefined;
}

/**
 * Makes one small mistake after the other in the client, in memory alone, and runs the tests of that part with it. A
 * mistake that no test notices has a written reason, or shows a test that is missing.
 *
 * @param names files such as `chain.ts`, lines such as `chain.ts:88`, or folders such as `src/pagination`; everything
 *   where none is named.
 * @param limit most mutants to try, evenly from all there are.
 */
export async function benchMutants(names: readonly string[], limit: number): Promise<Report> {
  const mutants = sample(chosen(names), limit);
  const excluded = new Map<Part, readonly string[]>();
  for (const part of new Set(mutants.map(({ module }) => module.part))) excluded.set(part, await failingAnyway(part));
  const verdicts: Verdict[] = [];
  const queue = mutants.values();
  const work = async () => {
    for (const mutant of queue) {
      const verdict = await judge(mutant, excluded.get(mutant.module.part) ?? []);
      verdicts.push(verdict);
      console.error(`${verdicts.length}/${mutants.length}  ${toCells(verdict).join("  ")}`);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return toReport(verdicts);
}

function chosen(names: readonly string[]): Mutant[] {
  const all = readModules().flatMap(mutantsOf);
  const isNamed = ({ module, line }: Mutant, wanted: string) =>
    [module.part.folder, module.name, `${module.name}:${line}`].includes(wanted);
  const unknown = names.filter((wanted) => !all.some((mutant) => isNamed(mutant, wanted)));
  if (unknown.length > 0) throw new Error(`There is nothing to change in ${unknown.join(", ")}.`);
  return all.filter((mutant) => names.length === 0 || names.some((wanted) => isNamed(mutant, wanted)));
}

/** So many of them, evenly: always the same of the same. */
function sample<Value>(values: readonly Value[], limit: number): Value[] {
  const step = Math.max(1, values.length / limit);
  return values.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** Tests of a part that fail without any mutant. */
async function failingAnyway({ tests }: Part): Promise<readonly string[]> {
  const outcome = await runTests({ file: "", text: "", tests, excluded: [], bail: 0 });
  if (outcome === "time") throw new Error("The tests do not end in time without any mutant.");
  if (outcome.errors.length > 0) throw new Error(`The tests do not run without any mutant: ${outcome.errors[0]}`);
  for (const name of outcome.failed) console.error(`Left out, as it fails without a mutant: ${name}`);
  return outcome.failed;
}

async function judge(mutant: Mutant, excluded: readonly string[]): Promise<Verdict> {
  const { part, path, text } = mutant.module;
  const mutated = mutate(text, mutant.mutation);
  const outcome = await runTests({ file: path, text: mutated, tests: part.tests, excluded, bail: 1 });
  return { mutant, killer: outcome === "time" ? "time" : (outcome.failed[0] ?? outcome.errors[0]) };
}

function toReport(verdicts: readonly Verdict[]): Report {
  const survivors = verdicts.filter(({ killer }) => killer === undefined).map(({ mutant }) => mutant);
  const killed = verdicts.filter(({ killer }) => killer !== undefined).map(({ mutant }) => mutant);
  const byTime = verdicts.filter(({ killer }) => killer === "time").length;
  const unexplained = survivors.filter((mutant) => reasonFor(mutant) === undefined);
  const ofKind = kinds.map((kind) => survivors.filter((mutant) => reasonFor(mutant)?.kind === kind).length);
  const numbers = [verdicts.length, killed.length - byTime, byTime, ...ofKind, unexplained.length].map(String);
  return {
    tables: [
      {
        title: "Mutants of the client",
        head: ["tried", "killed by a test", "killed by time", ...kinds.map((kind) => `survived: ${kind}`), "survived"],
        rows: [numbers],
      },
      {
        title: "Survivors",
        head: ["place", "from", "to", "reason"],
        rows: survivors.map((mutant) => [...toCells({ mutant }).slice(0, 3), toSentence(mutant)]).sort(),
      },
    ],
    failures: [
      ...unexplained.map(
        (mutant) => `No test notices, and nobody said why: ${toCells({ mutant }).slice(0, 3).join("  ")}`,
      ),
      ...outlived(killed),
    ],
  };
}

function toSentence(mutant: Mutant): string {
  const known = reasonFor(mutant);
  return known ? `${known.kind}: ${known.reason}` : "NONE";
}

/** Place, what stood there, what stands there, and which test noticed. */
function toCells({ mutant, killer }: Pick<Verdict, "mutant"> & Partial<Verdict>): [string, string, string, string] {
  const place = `${mutant.module.name}:${mutant.line}:${mutant.column}`;
  return [place, mutant.from, mutant.to || "nothing", killer ?? "SURVIVED"];
}
