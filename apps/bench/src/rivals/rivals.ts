import type { Report } from "../report.ts";
import type { Table } from "../table.ts";
import { type Scenario, scenarios } from "./scenarios.ts";
import { type Contestant, contestants, createCourse, type Outcome, tryOut } from "./trial.ts";
import { type BenchVendor, benchVendors } from "./vendors.ts";

/** The outcome of a walker in a scenario, by the vendor's title; none where it cannot walk the vendor. */
export interface Result {
  readonly scenario: Scenario;
  readonly contestant: Contestant;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

const vendors: readonly BenchVendor[] = Object.values(benchVendors);

/** Tries all walkers in the scenarios given. The same seed gives the same results. */
export async function compareRivals(rows: number, chosen = scenarios, seed = 1): Promise<Result[]> {
  const courses = vendors.map((vendor) => createCourse(vendor, rows, seed));
  const results: Result[] = [];
  for (const scenario of chosen) {
    for (const contestant of contestants) {
      const outcomes = new Map<string, Outcome>();
      for (const course of courses) {
        const run = contestant.runOn(course.vendor);
        if (run) outcomes.set(course.vendor.title, await tryOut(course, scenario, run));
      }
      results.push({ scenario, contestant, outcomes });
    }
  }
  return results;
}

/** The table of what walkers miss. Fails where ours says that a walk was complete which was not. */
export async function benchRivals(isQuick: boolean): Promise<Report> {
  const results = await compareRivals(isQuick ? 300 : 1000);
  const legend = {
    title: `The walkers; missed are rows that existed from the first request to the last, repeated is each further delivery of a row`,
    head: ["", "what it does"],
    rows: contestants.map(({ name, does }) => [name, does]),
  };
  const tables = [...scenarios.map((scenario) => toTable(scenario, results)), legend];
  return { tables, failures: results.flatMap(findLies) };
}

/** One sentence for each walk of ours that claims more than it did, or repeats. */
export function findLies({ scenario, contestant, outcomes }: Result): string[] {
  if (!contestant.isOurs) return [];
  return [...outcomes].flatMap(([vendor, { missed, repeated, says }]) => {
    const isLie = repeated > 0 || (missed > 0 && says === "complete");
    const facts = `missed ${missed}, repeated ${repeated}, and says ${says}`;
    return isLie ? [`${contestant.name} on ${vendor}, "${scenario.name}": ${facts}.`] : [];
  });
}

function toTable(scenario: Scenario, results: readonly Result[]): Table {
  const columns = vendors.flatMap(({ title }) => [`${title}: missed`, "repeated", "requests", "says"]);
  const rows = results
    .filter((result) => result.scenario === scenario)
    .map(({ contestant, outcomes }) => [
      contestant.name,
      ...vendors.flatMap(({ title }) => toCells(outcomes.get(title))),
    ]);
  return { title: scenario.name, head: ["", ...columns], rows };
}

function toCells(outcome: Outcome | undefined): string[] {
  if (!outcome) return ["–", "–", "–", "–"];
  const { missed, repeated, requests, says } = outcome;
  return [String(missed), String(repeated), String(requests), says];
}
