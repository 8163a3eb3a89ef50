import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { createChangingList, type Dials, NetworkFailure } from "../../test/changing-list.ts";
import { isAgentChatsError } from "../errors.ts";
import type { WalkOptions } from "./options.ts";
import { createSource } from "./source.ts";
import { createSteps } from "./walk.ts";

/** Runs of the simulation; more on demand, such as `SIMULATION_RUNS=100000 SIMULATION_ROWS=40 pnpm test simulation`. */
const onDemand = process.env.SIMULATION_RUNS;
const numRuns = Number(onDemand ?? 8_000);
/** Most rows of a list. */
const mostRows = Number(process.env.SIMULATION_ROWS ?? 200);
/** The same runs each time, so that a failure is the fault of the change that shows it; on demand, others each time. */
const seed = onDemand === undefined ? { seed: 20_261_122 } : {};

const churn = fc.constantFrom([0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 1], [2, 3, 4]);
const rarely = <Value>(usual: Value, rare: Value, weight = 4) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(rare) });

/** Milliseconds on the clock of a server that is behind. */
const behind = -50_000;

const dials: fc.Arbitrary<Dials> = fc.record({
  seed: fc.nat(),
  rows: fc.oneof(fc.nat({ max: mostRows }), fc.nat({ max: 12 })),
  dialect: fc.constantFrom("offset", "offset with range", "offset with total", "page", "page with total"),
  orderBy: fc.constantFrom("created", "updated", "nothing an item has"),
  ascending: fc.boolean(),
  churn: churn.map(([insert = 0, remove = 0, update = 0]) => ({ insert, delete: remove, update })),
  ties: rarely(false, true),
  clamp: fc.oneof(
    { weight: 2, arbitrary: fc.constant(1000) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }) },
  ),
  clock: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.constantFrom(undefined, behind, 60_000)),
  failures: rarely(0, 0.1),
  empties: rarely(0, 0.2),
  keepsMore: rarely(false, true),
  isNameless: fc.constant(false),
  ignoresPosition: rarely(false, true, 30),
  ignoresRange: rarely(false, true, 10),
});

const options: fc.Arbitrary<WalkOptions> = fc.record({
  pageSize: fc.integer({ min: 1, max: 30 }),
  consistency: fc.constantFrom("ordered", "exact"),
  readAhead: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 8 })),
});

/** A walk that crashes for ever has no end on a list that grows. */
const mostCrashes = 8;

/** Walks a changing list to its end; where `crashes` is above 0, now and then in a new process, from the cursor. */
async function walk(dials: Dials, options: WalkOptions, crashes = 0) {
  const list = createChangingList(dials);
  vi.spyOn(Date, "now").mockImplementation(() => list.now);
  const start = (cursor?: string) => {
    const source = createSource<{ id: string }>(list.call, list.target, list.pagination, {});
    return createSteps(source, { ...options, cursor });
  };
  let steps = start();
  const given: string[] = [];
  let crashed = 0;
  let error: unknown;
  while (error === undefined) {
    const rows = await steps.next().catch((failure: unknown) => failure as Error);
    if (rows === undefined) break;
    if (rows instanceof NetworkFailure) continue;
    if (rows instanceof Error) {
      error = rows;
      break;
    }
    const isCrash = list.random() < crashes && crashed++ < mostCrashes;
    const taken = isCrash ? rows.slice(0, Math.floor(list.random() * (rows.length + 1))) : rows;
    for (const next of taken) {
      given.push(next.row.item.id);
      steps.deliver(next);
    }
    if (!isCrash) continue;
    steps.stop();
    steps = start(steps.cursor);
  }
  steps.stop();
  const once = new Set(given);
  const missed = [...list.survivors].filter((id) => !once.has(id));
  const repeated = once.size === given.length ? [] : given.filter((id, index) => given.indexOf(id) < index);
  return { list, given, error, missed, repeated, receipt: steps.receipt };
}

describe("on a list that changes while it is walked", () => {
  test(`a receipt is never wrong, nothing comes twice, and the walk ends: ${numRuns} runs`, async () => {
    const run = fc.asyncProperty(dials, options, async (dial, option) => {
      const { error, missed, repeated, receipt } = await walk(dial, option);
      expect(repeated).toEqual([]);
      if (receipt.complete === true) expect(missed).toEqual([]);
      if (error !== undefined) expect(isAgentChatsError(error)).toBe(true);
    });
    await fc.assert(run, { numRuns, ...seed });
  }, 10_000_000);

  test(`a receipt is never wrong after crashes either, and nothing comes twice without its saying so: ${numRuns / 2} runs`, async () => {
    let repeats = 0;
    const run = fc.asyncProperty(dials, options, async (dial, option) => {
      const { error, missed, repeated, receipt } = await walk(dial, option, 0.15);
      if (receipt.complete === true) expect([missed, repeated]).toEqual([[], []]);
      if (repeated.length > 0) repeats++;
      if (error !== undefined) expect(isAgentChatsError(error)).toBe(true);
    });
    await fc.assert(run, { numRuns: numRuns / 2, ...seed });
    // All that a cursor finds its place by can be gone between two requests; at these rates of change, once in 400 runs.
    expect(repeats).toBeLessThanOrEqual(Math.max(2, numRuns / 600));
  }, 10_000_000);

  test(`a list at rest is walked in full, in its order, and from any cursor: ${numRuns / 5} runs`, async () => {
    const quiet = fc.tuple(dials, rarely(false, true, 10)).map(([dial, isNameless]) => ({
      ...dial,
      churn: { insert: 0, delete: 0, update: 0 },
      empties: 0,
      isNameless,
      ignoresPosition: false,
    }));
    const run = fc.asyncProperty(quiet, options, async (dial, option) => {
      const whole = await walk(dial, option);
      // One item at a time gives a search for the place of a cursor nothing to go by. By a clock that is behind, all that
      // was updated lately seems to have moved since: it is left out, and the receipt says so.
      const canResume = dial.clamp > 1 && dial.clock !== behind && !dial.isNameless;
      const resumed = await walk(dial, option, canResume ? 0.15 : 0);
      expect(whole.error).toBeUndefined();
      expect(whole.missed).toEqual([]);
      expect(resumed.given).toEqual(whole.given);
      expect(resumed.error).toBeUndefined();
    });
    await fc.assert(run, { numRuns: numRuns / 5, ...seed });
  }, 10_000_000);
});
