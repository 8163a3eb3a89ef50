import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Report } from "../report.ts";
import { clientRoot } from "./assignment.ts";
import { type Mutation, mutate, mutationsOf } from "./operators.ts";
import { type Part, parts } from "./parts.ts";
import { reasonFor, type Site, staleReasons } from "./reasons.ts";
import { runTests } from "./run-tests.ts";

/** Processes that run tests at the same time. */
const jobs = 2;

interface Mutant {
  readonly part: Part;
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
 * Makes one small mistake after the other in the client, in memory alone, and runs the tests of that part with it. A
 * mistake that no test notices has a written reason, or shows a test that is missing.
 *
 * @param names files such as `chain.ts`, or folders such as `src/pagination`; everything where none is named.
 * @param limit most mutants to try, evenly from all there are.
 */
export async function benchMutants(names: readonly string[], limit: number): Promise<Report> {
  const mutants = sample(mutantsOf(names), limit);
  const excluded = new Map<Part, readonly string[]>();
  for (const part of new Set(mutants.map((mutant) => mutant.part))) excluded.set(part, await failingAnyway(part));
  const verdicts: Verdict[] = [];
  const queue = mutants.values();
  const work = async () => {
    for (const mutant of queue) {
      const verdict = await judge(mutant, excluded.get(mutant.part) ?? []);
      verdicts.push(verdict);
      console.error(`${verdicts.length}/${mutants.length}  ${toCells(verdict).join("  ")}`);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return toReport(verdicts);
}

function mutantsOf(names: readonly string[]): Mutant[] {
  const all = parts.flatMap((part) =>
    readdirSync(join(clientRoot, part.folder))
      .filter((name) => name.endsWith(".ts") && !/\.(test|test-d)\.ts$/.test(name))
      .map((name) => ({ part, name, file: join(clientRoot, part.folder, name) })),
  );
  const isNamed = ({ part, name }: (typeof all)[number], wanted: string) => name === wanted || part.folder === wanted;
  const unknown = names.filter((wanted) => !all.some((module) => isNamed(module, wanted)));
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(", ")} among the parts of the client.`);
  const chosen = all.filter((module) => names.length === 0 || names.some((wanted) => isNamed(module, wanted)));
  return chosen.flatMap(({ part, file }) => {
    const text = readFileSync(file, "utf8");
    return mutationsOf(text).map((mutation) => ({ part, file, text, mutation }));
  });
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
  const { part, file, text, mutation } = mutant;
  const outcome = await runTests({ file, text: mutate(text, mutation), tests: part.tests, excluded, bail: 1 });
  return { mutant, killer: outcome === "time" ? "time" : (outcome.failed[0] ?? outcome.errors[0]) };
}

function toReport(verdicts: readonly Verdict[]): Report {
  const survivors = verdicts.filter(({ killer }) => killer === undefined);
  const byTime = verdicts.filter(({ killer }) => killer === "time");
  const killed = verdicts.length - survivors.length - byTime.length;
  const unexplained = survivors.filter(({ mutant }) => reasonFor(toSite(mutant)) === undefined);
  const explained = survivors.length - unexplained.length;
  const numbers = [verdicts.length, killed, byTime.length, explained, unexplained.length].map(String);
  return {
    tables: [
      {
        title: "Mutants of the client",
        head: ["tried", "killed by a test", "killed by time", "survived for a reason", "survived"],
        rows: [numbers],
      },
      {
        title: "Survivors",
        head: ["place", "from", "to", "reason"],
        rows: survivors
          .map((verdict) => [...toCells(verdict).slice(0, 3), reasonFor(toSite(verdict.mutant)) ?? "NONE"])
          .sort(),
      },
    ],
    failures: [
      ...unexplained.map(
        (verdict) => `No test notices, and nobody said why: ${toCells(verdict).slice(0, 3).join("  ")}`,
      ),
      ...staleReasons(verdicts.filter(({ killer }) => killer !== undefined).map(({ mutant }) => toSite(mutant))),
    ],
  };
}

/** What a reason is found by: it stays where lines are added or go. */
function toSite({ file, text, mutation: { start, end, replacement } }: Mutant): Site {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", start);
  return {
    file: basename(file),
    line: text.slice(lineStart, lineEnd).trim(),
    from: text.slice(start, end).trim(),
    to: replacement.trim(),
    column:
      start - lineStart - (text.slice(lineStart, lineEnd).length - text.slice(lineStart, lineEnd).trimStart().length),
  };
}

/** Place, what stood there, what stands there, and which test noticed. */
function toCells({ mutant: { file, text, mutation }, killer }: Verdict): [string, string, string, string] {
  const { start, end, replacement } = mutation;
  const lines = text.slice(0, start).split("\n");
  const place = `${basename(file)}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
  return [place, text.slice(start, end).trim(), replacement.trim() || "nothing", killer ?? "SURVIVED"];
}
