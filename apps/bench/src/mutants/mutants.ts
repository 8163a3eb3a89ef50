import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../report.ts";
import { clientRoot } from "./assignment.ts";
import { type Mutation, mutate, mutationsOf } from "./operators.ts";
import { runTests } from "./run-tests.ts";

/** Where the walk is. */
const folder = join(clientRoot, "src/pagination");
/** Processes that run tests at the same time. */
const jobs = 2;

interface Mutant {
  readonly file: string;
  readonly text: string;
  readonly mutation: Mutation;
}

interface Verdict {
  readonly mutant: Mutant;
  /** `undefined` where no test failed. */
  readonly killer: string | undefined;
}

/**
 * Makes one small mistake after the other in the walk, in memory alone, and runs the tests of the walk with it. A mistake
 * that no test notices is equivalent, or costs requests alone, or shows a test that is missing.
 *
 * @param names files of the walk, such as `chain.ts`; all of them where none is named.
 * @param limit most mutants to try, evenly from all there are.
 */
export async function benchMutants(names: readonly string[], limit: number): Promise<Report> {
  const mutants = sample(mutantsOf(names), limit);
  const excluded = await failingAnyway();
  for (const name of excluded) console.error(`Left out, as it fails without a mutant: ${name}`);
  const verdicts: Verdict[] = [];
  const queue = mutants.values();
  const work = async () => {
    for (const mutant of queue) {
      const verdict = await judge(mutant, excluded);
      verdicts.push(verdict);
      console.error(`${verdicts.length}/${mutants.length}  ${toCells(verdict).join("  ")}`);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return toReport(verdicts);
}

function mutantsOf(names: readonly string[]): Mutant[] {
  const all = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(", ")} in ${folder}.`);
  return (names.length > 0 ? names : all).flatMap((name) => {
    const file = join(folder, name);
    const text = readFileSync(file, "utf8");
    return mutationsOf(text).map((mutation) => ({ file, text, mutation }));
  });
}

/** So many of them, evenly: always the same of the same. */
function sample<Value>(values: readonly Value[], limit: number): Value[] {
  const step = Math.max(1, values.length / limit);
  return values.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

async function failingAnyway(): Promise<readonly string[]> {
  const outcome = await runTests({ file: "", text: "", excluded: [], bail: 0 });
  if (outcome === "time") throw new Error("The tests do not end in time without any mutant.");
  if (outcome.errors.length > 0) throw new Error(`The tests do not run without any mutant: ${outcome.errors[0]}`);
  return outcome.failed;
}

async function judge(mutant: Mutant, excluded: readonly string[]): Promise<Verdict> {
  const { file, text, mutation } = mutant;
  const outcome = await runTests({ file, text: mutate(text, mutation), excluded, bail: 1 });
  return { mutant, killer: outcome === "time" ? "time" : (outcome.failed[0] ?? outcome.errors[0]) };
}

function toReport(verdicts: readonly Verdict[]): Report {
  const survivors = verdicts.filter(({ killer }) => killer === undefined);
  const byTime = verdicts.filter(({ killer }) => killer === "time");
  const killed = verdicts.length - survivors.length - byTime.length;
  const numbers = [verdicts.length, killed, byTime.length, survivors.length].map(String);
  return {
    tables: [
      {
        title: "Mutants of the walk",
        head: ["tried", "killed by a test", "killed by time", "survived"],
        rows: [numbers],
      },
      {
        title: "Survivors",
        head: ["place", "from", "to"],
        rows: survivors.map((verdict) => toCells(verdict).slice(0, 3)).sort(),
      },
    ],
    failures: [],
  };
}

/** Place, what stood there, what stands there, and which test noticed. */
function toCells({ mutant: { file, text, mutation }, killer }: Verdict): [string, string, string, string] {
  const { start, end, replacement } = mutation;
  const lines = text.slice(0, start).split("\n");
  const place = `${file.slice(folder.length + 1)}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
  return [place, text.slice(start, end).trim(), replacement.trim() || "nothing", killer ?? "SURVIVED"];
}
