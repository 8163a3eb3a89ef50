import { stripVTControlCharacters } from "node:util";
import type { Outcome, Report } from "../inside/outcome.ts";
import type { LeftOut } from "./left-out.ts";

interface Failure {
  readonly title: string;
  readonly message: string;
}

/** What a run on a runtime comes to. It is good where there are no failures and something passed. */
export interface Verdict {
  readonly passed: number;
  readonly leftOut: number;
  readonly failures: readonly Failure[];
}

/** What was asked of a runtime. */
export interface Task {
  readonly runtime: string;
  /** Number of tests in each file. */
  readonly counts: ReadonlyMap<string, number>;
  readonly leftOut: readonly LeftOut[];
}

/** Holds the report of a runtime against what was asked of it. */
export function judge(report: Report, { runtime, counts, leftOut: all }: Task): Verdict {
  const entries = all.flatMap((entry) => {
    const shows = entry.shows[runtime];
    return shows === undefined ? [] : [{ ...entry, shows }];
  });
  const outcomes = report.outcomes.map((outcome) => ({
    ...outcome,
    entry: entries.find((entry) => covers(entry, outcome)),
  }));
  const failing = outcomes.filter((outcome) => outcome.state !== "passed" && !isLeftOut(outcome));
  const left = outcomes.filter(isLeftOut);
  const passed = outcomes.filter(({ state, entry }) => state === "passed" && (!entry || entry.isChance));
  const failures = [
    ...failing.map(toFailure),
    ...toOutlived(outcomes, entries),
    ...toMiscounted(outcomes, counts),
    ...report.uncaught.map((message) => ({ title: "nobody caught this error", message })),
    ...(passed.length === 0 ? [{ title: "no test passed", message: "" }] : []),
  ];
  // A file that does not load leaves out all its tests.
  const leftOut = left.reduce((sum, { file, kind }) => sum + (kind === "file" ? (counts.get(file) ?? 0) : 1), 0);
  return { passed: passed.length, leftOut, failures };
}

/** An entry as it stands for one runtime. */
type Entry = Omit<LeftOut, "shows"> & { readonly shows: string };
type Entered = Outcome & { readonly entry: Entry | undefined };

function covers({ file, test }: Entry, outcome: Outcome): boolean {
  return file === outcome.file && (test === undefined || outcome.title.split(" > ").at(-1) === test);
}

function isLeftOut({ state, entry, messages }: Entered): boolean {
  return state === "failed" && entry !== undefined && messages.some((message) => message.includes(entry.shows));
}

function toFailure({ file, kind, title, state, messages }: Outcome): Failure {
  if (state !== "skipped") {
    const message = stripVTControlCharacters(messages.join("\n"));
    return { title: kind === "file" ? `${file} does not load` : `${file} > ${title}`, message };
  }
  return { title: `${file} > ${title}`, message: "It is skipped, which src/left-out.ts alone may say." };
}

function toOutlived(outcomes: readonly Entered[], entries: readonly Entry[]): Failure[] {
  return entries.flatMap((entry) => {
    const own = outcomes.filter((outcome) => outcome.entry === entry);
    const passing = own.filter(({ state }) => state === "passed");
    const title = `left out: ${[entry.file, entry.test].filter(Boolean).join(" > ")}`;
    if (own.length === 0) return [{ title, message: "No test belongs to this entry any more: remove it." }];
    if (passing.length === 0 || entry.isChance) return [];
    return [{ title, message: `This passes by now, ${passing.length} of ${own.length}: remove the entry.` }];
  });
}

/** A file that does not load is a failure, or left out, already. */
function toMiscounted(outcomes: readonly Outcome[], counts: ReadonlyMap<string, number>): Failure[] {
  return [...counts].flatMap(([file, count]) => {
    const own = outcomes.filter((outcome) => outcome.file === file);
    const ran = own.filter(({ kind }) => kind === "test").length;
    if (ran === count || own.some(({ kind }) => kind === "file")) return [];
    return [{ title: file, message: `${ran} of its ${count} tests ran.` }];
  });
}
