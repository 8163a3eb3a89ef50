import { expect, test } from "vitest";
import { type AgentChatsError, isAgentChatsError } from "../../src/errors.ts";
import { examples } from "./examples.ts";
import { operations } from "./operations.ts";
import { printAll } from "./print.ts";
import { createRandom } from "./random.ts";
import { answerAtRandom } from "./random-answer.ts";
import { findSecrets, secrets } from "./secrets.ts";
import { settleAll } from "./settle-all.ts";

/** Runs for each operation; more on demand, such as `FUZZ_RUNS=100000 pnpm test fuzz`. */
const runs = Number(process.env.FUZZ_RUNS ?? 2000);
/** The same runs each time, so that a failure is the fault of the change that shows it; others with another seed. */
const firstSeed = Number(process.env.FUZZ_SEED ?? 20_261_125);
/** Milliseconds after which a run hangs. */
const mostMs = 5000;

const kinds = ["http", "connection", "timeout", "unexpected-response", "invalid-request", "pagination"];

test.each(operations)(
  "$id gives items or a typed error, whatever is answered",
  { timeout: 3_600_000 },
  async (operation) => {
    const found = new Map<string, number>();
    const strays: unknown[] = [];
    const notice = (reason: unknown) => strays.push(reason);
    process.on("unhandledRejection", notice);
    const seeds = Array.from({ length: runs }, (_, index) => firstSeed + index);
    await settleAll(seeds, 16, async (seed) => {
      const outcome = await runOnce(operation, seed).catch((error: unknown) => error);
      const name = Array.isArray(outcome) ? "items" : isAgentChatsError(outcome) ? outcome.kind : undefined;
      if (!name) expect.fail(`seed ${seed}: ${printAll(outcome)}`);
      if (name !== "items") checkError(outcome as AgentChatsError, seed);
      found.set(name, (found.get(name) ?? 0) + 1);
    });
    process.off("unhandledRejection", notice);
    expect(strays).toEqual([]);
    if (process.env.FUZZ_RUNS) console.log(operation.id, Object.fromEntries(found));
    // A run that never gives items, or never a kind, tries nothing.
    for (const name of ["items", "http", "connection", "unexpected-response"])
      expect(found.get(name)).toBeGreaterThan(0);
  },
);

/** Calls an operation whose every answer is random. */
async function runOnce(operation: (typeof operations)[number], seed: number): Promise<unknown> {
  const random = createRandom(seed);
  const client = {
    token: secrets.token,
    fetch: ({ signal }: Request) => answerAtRandom(examples[operation.id] ?? [], random, signal),
    retry: { retries: 1, minDelayMs: 0, maxDelayMs: 0, maxRetryAfterMs: 2 },
    timeout: { attemptMs: 200, totalMs: 1000 },
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hang = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, mostMs, "it hangs");
  });
  try {
    return await Promise.race([operation.call(client, { maxItems: 50, maxPages: 4 }), hang]);
  } finally {
    clearTimeout(timer);
  }
}

function checkError(error: AgentChatsError, seed: number): void {
  expect(kinds, `seed ${seed}`).toContain(error.kind);
  expect(error, `seed ${seed}`).toBeInstanceOf(Error);
  expect(findSecrets(printAll(error)), `seed ${seed}`).toEqual([]);
}
