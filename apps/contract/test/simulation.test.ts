import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scenarios } from "../src/scenarios.ts";
import { type Outcome, simulate } from "../src/simulation.ts";

/** Runs of the simulation; more on demand, such as `SIMULATION_RUNS=20000 pnpm test --project contract simulation`. */
const onDemand = process.env.SIMULATION_RUNS;
const numRuns = Number(onDemand ?? 150);
/** The same runs each time, so that a failure is the fault of the change that shows it; on demand, others each time. */
const seed = onDemand === undefined ? { seed: 20_261_122 } : {};

/** Simulates until something is unlawful. Returns all that came of it. */
async function simulateMany(numRuns: number, crashes: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const law = fc.asyncProperty(scenarios(crashes), async (scenario) => {
    const outcome = await simulate(scenario);
    outcomes.push(outcome);
    expectLawful(outcome);
  });
  await fc.assert(law, { numRuns, ...seed });
  return outcomes;
}

/** An end, nothing twice in one walk, and never "all" where an item was missed, or delivered again by a resumed walk. */
function expectLawful({ repeated, repeatedByAll, missed, receipt, error, hasEnded }: Outcome): void {
  expect(hasEnded).toBe(true);
  expect(repeated).toEqual([]);
  if (receipt.complete === true) expect({ missed, repeatedByAll }).toEqual({ missed: [], repeatedByAll: [] });
  if (error !== undefined) expect(error).toMatchObject({ kind: expect.stringMatching(/^(pagination|cursor)$/) });
}

/** The law is worth something where lists change, walks say nevertheless that they have all, and others lose items. */
function expectWorth(outcomes: readonly Outcome[]): void {
  const share = (test: (outcome: Outcome) => boolean) => outcomes.filter(test).length / outcomes.length;
  expect(share(({ changes }) => changes > 0)).toBeGreaterThan(0.4);
  expect(share(({ changes, receipt }) => changes > 0 && receipt.complete === true)).toBeGreaterThan(0.1);
  expect(share(({ missed }) => missed.length > 0)).toBeGreaterThan(0.05);
}

describe("the real clients, on an emulator whose lists change while they are walked:", () => {
  test(`a receipt is never wrong, nothing comes twice, and the walk ends: ${numRuns} runs`, async () => {
    expectWorth(await simulateMany(numRuns, 0));
  }, 1_000_000);

  test(`the same where the walk is left and resumed by new clients: ${numRuns / 2} runs`, async () => {
    expectWorth(await simulateMany(numRuns / 2, 5));
  }, 1_000_000);
});
