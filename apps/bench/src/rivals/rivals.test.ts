import { beforeAll, describe, expect, test } from "vitest";
import { compareRivals, findLies, type Result } from "./rivals.ts";
import { scenarios } from "./scenarios.ts";
import { createCourse, tryOut } from "./trial.ts";
import { benchVendors } from "./vendors.ts";

const scenario = (word: string) => scenarios.filter(({ name }) => name.includes(word));
const vendors = Object.values(benchVendors).map(({ title }) => title);

/** The outcomes of a walker, by vendor. */
function outcomesOf(results: readonly Result[], name: string) {
  const found = results.find(({ contestant }) => contestant.name === name);
  if (!found) throw new Error(`${name} did not run`);
  return [...found.outcomes.values()];
}

describe("while rows are deleted", () => {
  let results: Result[];
  beforeAll(async () => {
    results = await compareRivals(300, scenario("deletes"));
  });

  test("every rival loses rows on every vendor that it can walk, and says nothing", () => {
    for (const { contestant, outcomes } of results.filter((result) => !result.contestant.isOurs)) {
      expect(outcomes.size, contestant.name).toBeGreaterThanOrEqual(2);
      for (const { missed, says } of outcomes.values()) {
        expect(missed, contestant.name).toBeGreaterThan(0);
        expect(says).toBe("nothing");
      }
    }
  });

  test("ours walks every vendor, repeats nothing, and calls nothing complete that is not", () => {
    const ours = results.filter(({ contestant }) => contestant.isOurs);
    expect(ours.length).toBeGreaterThanOrEqual(2);
    for (const result of ours) {
      expect([...result.outcomes.keys()]).toEqual(vendors);
      expect(findLies(result)).toEqual([]);
    }
  });

  test("the same happens each time", async () => {
    const outcomes = (all: readonly Result[]) => all.map((result) => [...result.outcomes]);
    expect(outcomes(await compareRivals(300, scenario("deletes")))).toEqual(outcomes(results));
  });
});

test("while rows are inserted, those repeat rows that do not look at identifiers", async () => {
  const results = await compareRivals(170, scenario("2 inserts"));
  for (const name of ["loop until short", "octokit", "dlt"]) {
    for (const { repeated, missed } of outcomesOf(results, name)) expect([repeated > 0, missed]).toEqual([true, 0]);
  }
  for (const { repeated } of outcomesOf(results, "loop until empty")) expect(repeated).toBe(0);
});

test("where the server clamps, who trusts a short page has but the first, and who advances by what arrived all", async () => {
  const results = await compareRivals(170, scenario("clamps"));
  for (const { missed, requests } of outcomesOf(results, "loop until short")) {
    expect(missed).toBeGreaterThan(130);
    expect(requests).toBe(1);
  }
  for (const { missed } of outcomesOf(results, "octokit")) expect(missed).toBeGreaterThan(0);
  for (const { missed } of outcomesOf(results, "Stainless")) expect(missed).toBe(0);
});

test("a walker that never ends is stopped, and is said to loop", async () => {
  const [position] = scenario("ignores the position");
  const course = createCourse(benchVendors.cargo, 100, 1);
  const ask = async (_: unknown, send: (request: Request) => Promise<Response>) => {
    const headers = { authorization: `Bearer ${course.emulator.token}` };
    for (;;) await send(new Request("https://api.getcargo.io/v1/ai/chats/list?limit=1", { headers }));
  };
  const outcome = await tryOut(course, position as (typeof scenarios)[number], ask);
  expect(outcome).toEqual({ missed: 100, repeated: 0, requests: 500, says: "loops" });
});

test("a walk of ours that claims too much, or repeats, is a lie", () => {
  const result = (missed: number, repeated: number, says: string, isOurs = true) =>
    ({
      scenario: { name: "s" },
      contestant: { name: "w", isOurs },
      outcomes: new Map([["V", { missed, repeated, requests: 1, says }]]),
    }) as unknown as Result;
  expect(findLies(result(1, 0, "complete"))).toEqual(['w on V, "s": missed 1, repeated 0, and says complete.']);
  expect(findLies(result(0, 1, "unknown"))).toHaveLength(1);
  expect(findLies(result(1, 0, "unknown"))).toEqual([]);
  expect(findLies(result(0, 0, "complete"))).toEqual([]);
  expect(findLies(result(1, 1, "complete", false))).toEqual([]);
});
