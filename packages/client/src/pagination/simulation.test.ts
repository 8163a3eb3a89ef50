import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createChangingList, type Dials, NetworkFailure } from "../../test/changing-list.ts";
import { isAgentChatsError } from "../errors.ts";
import type { WalkOptions } from "./options.ts";
import { createSource } from "./source.ts";
import { createSteps } from "./walk.ts";

/** Runs of the simulation; more on demand, such as `SIMULATION_RUNS=100000 pnpm test simulation`. */
const onDemand = process.env.SIMULATION_RUNS;
const numRuns = Number(onDemand ?? 2000);
/** The same runs each time, so that a failure is the fault of the change that shows it; on demand, others each time. */
const seed = onDemand === undefined ? { seed: 20_261_122 } : {};

const churn = fc.constantFrom([0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 1], [2, 3, 4]);
const rarely = <Value>(usual: Value, rare: Value) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(rare) });

const dials: fc.Arbitrary<Dials> = fc.record({
  seed: fc.nat(),
  rows: fc.nat({ max: 200 }),
  dialect: fc.constantFrom("offset", "offset with total", "page with total"),
  orderBy: fc.constantFrom("created", "updated", "nothing an item has"),
  ascending: fc.boolean(),
  churn: churn.map(([insert = 0, remove = 0, update = 0]) => ({ insert, delete: remove, update })),
  ties: rarely(false, true),
  clamp: fc.oneof(
    { weight: 2, arbitrary: fc.constant(1000) },
    { weight: 1, arbitrary: fc.integer({ min: 8, max: 20 }) },
  ),
  failures: rarely(0, 0.1),
  ignoresPosition: fc.oneof({ weight: 30, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

/** Larger than what comes in between two requests: this walk has no end on a list that grows as fast as it is read. */
const pageSizes = fc.integer({ min: 8, max: 30 });

/** Walks a changing list to its end; where `crashes` is above 0, now and then in a new process, from the cursor. */
async function walk(dials: Dials, options: WalkOptions, crashes = 0) {
  const list = createChangingList(dials);
  const start = (cursor?: string) => {
    const source = createSource<{ id: string }>(list.call, list.target, list.pagination, {});
    return createSteps(source, { ...options, cursor });
  };
  let steps = start();
  let cursor = steps.cursor();
  const given: string[] = [];
  let error: unknown;
  while (error === undefined) {
    const items = await steps.next().catch((failure: unknown) => failure as Error);
    if (items === undefined) break;
    if (items instanceof NetworkFailure) continue;
    if (items instanceof Error) {
      error = items;
      break;
    }
    const isCrash = list.random() < crashes;
    const taken = isCrash ? items.slice(0, Math.floor(list.random() * (items.length + 1))) : items;
    for (const { item, position } of taken) {
      given.push(item.id);
      cursor = steps.cursor(position + 1);
    }
    steps.deliver(taken.length);
    if (isCrash) steps = start(cursor);
  }
  const missed = [...list.survivors].filter((id) => !given.includes(id));
  const repeated = given.filter((id, index) => given.indexOf(id) < index);
  return { list, given, error, missed, repeated, receipt: steps.receipt() };
}

describe("on a list that changes while it is walked", () => {
  test(`a receipt is never wrong, nothing comes twice, and the walk ends: ${numRuns} runs`, async () => {
    const run = fc.asyncProperty(dials, pageSizes, async (dial, pageSize) => {
      const { error, missed, repeated, receipt } = await walk(dial, { pageSize });
      expect(repeated).toEqual([]);
      if (receipt.complete === true) expect(missed).toEqual([]);
      if (error !== undefined) expect(isAgentChatsError(error)).toBe(true);
    });
    await fc.assert(run, { numRuns, ...seed });
  }, 1_000_000);

  test(`the receipt of a resumed walk is never wrong either, and it ends: ${numRuns / 2} runs`, async () => {
    const run = fc.asyncProperty(dials, pageSizes, async (dial, pageSize) => {
      const { error, missed, receipt } = await walk(dial, { pageSize }, 0.15);
      if (receipt.complete === true) expect(missed).toEqual([]);
      if (error !== undefined) expect(isAgentChatsError(error)).toBe(true);
    });
    await fc.assert(run, { numRuns: numRuns / 2, ...seed });
  }, 1_000_000);

  test("a list at rest is walked in full, in its order, and from any cursor", async () => {
    const quiet = dials.map((dial) => ({
      ...dial,
      churn: { insert: 0, delete: 0, update: 0 },
      ignoresPosition: false,
    }));
    const run = fc.asyncProperty(quiet, fc.integer({ min: 1, max: 30 }), async (dial, pageSize) => {
      const whole = await walk(dial, { pageSize });
      const resumed = await walk(dial, { pageSize }, 0.15);
      expect(whole.error).toBeUndefined();
      expect(whole.missed).toEqual([]);
      expect(resumed.given).toEqual(whole.given);
    });
    await fc.assert(run, { numRuns, ...seed });
  }, 1_000_000);
});
