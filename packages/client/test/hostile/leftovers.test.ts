import { getEventListeners } from "node:events";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ApiOptions } from "../../src/api.ts";
import { isAgentChatsError } from "../../src/errors.ts";
import { countResources, type Leftovers, takeStock } from "./leftovers.ts";
import { operations } from "./operations.ts";
import type { Row } from "./row.ts";
import { rows } from "./rows.ts";
import { secrets } from "./secrets.ts";
import { createHostileServer, type HostileServer } from "./server.ts";
import { settleAll } from "./settle-all.ts";

/** Calls of each kind; more on demand, such as `LEFTOVER_CALLS=10000 pnpm test leftovers`. */
const callsOfEach = Number(process.env.LEFTOVER_CALLS ?? 250);
const atATime = 50;

/** Rows whose server does the same each time, and what is quick enough to be done thousands of times. */
const kinds: readonly { readonly row: string; readonly outcome: string; readonly aborts?: boolean }[] = [
  { row: "fine", outcome: "items" },
  { row: "html", outcome: "unexpected-response" },
  { row: "404-json", outcome: "http" },
  { row: "500-for-ever", outcome: "http" },
  { row: "429-for-ever", outcome: "http" },
  { row: "401-renewed-for-ever", outcome: "http" },
  { row: "redirect-307-elsewhere", outcome: "http" },
  { row: "redirect-hops", outcome: "http" },
  { row: "reset", outcome: "connection" },
  { row: "refused", outcome: "connection" },
  { row: "body-cut", outcome: "connection" },
  { row: "body-endless", outcome: "unexpected-response" },
  { row: "no-headers", outcome: "timeout" },
  { row: "body-stalls", outcome: "timeout" },
  { row: "abort-waiting", outcome: "aborted", aborts: true },
  { row: "abort-reading", outcome: "aborted", aborts: true },
  { row: "abort-backing-off", outcome: "aborted", aborts: true },
];

const valid = Object.fromEntries(operations.map(({ id, valid }) => [id, valid]));
const { signal } = new AbortController();
const warnings: Error[] = [];
const notice = (warning: Error) => {
  // Counting objects is an experiment of Node's.
  if (warning.name !== "ExperimentalWarning") warnings.push(warning);
};
let server: HostileServer;

beforeAll(async () => {
  process.on("warning", notice);
  server = await createHostileServer({ rows, valid });
}, 60_000);
afterAll(() => server.stop());
afterAll(() => process.off("warning", notice));

const rowOf = (name: string) => rows.find((row) => row.name === name) as Row;

/** Calls an operation in a hurry. An abort comes when the call is under way, sooner or later. */
async function call(kind: (typeof kinds)[number], turn: number): Promise<string> {
  const row = rowOf(kind.row);
  const operation = operations[turn % operations.length] as (typeof operations)[number];
  const client: ApiOptions = {
    token: row.token ? () => secrets.token : secrets.token,
    baseUrl: server.address(row, operation.id),
    timeout: kind.aborts
      ? { attemptMs: 20_000, totalMs: 20_000 }
      : { attemptMs: kind.outcome === "timeout" ? 25 : 8000 },
    retry: { retries: 1, minDelayMs: kind.aborts ? 10_000 : 1, maxDelayMs: 10_000 },
    maxBodyBytes: 100_000,
  };
  const own = new AbortController();
  const timer = kind.aborts && setTimeout(() => own.abort("enough"), turn % 40);
  const options = { maxItems: 2, signal: kind.aborts ? own.signal : signal };
  const outcome = await operation.call(client, options).then(
    () => "items",
    (error: unknown) => (error === "enough" ? "aborted" : isAgentChatsError(error) ? error.kind : `${error}`),
  );
  if (timer) clearTimeout(timer);
  if (kind.aborts) expect(getEventListeners(own.signal, "abort")).toEqual([]);
  return outcome;
}

async function callEach(calls: number): Promise<void> {
  for (const kind of kinds) {
    const turns = Array.from({ length: calls }, (_, turn) => turn);
    await settleAll(turns, atATime, async (turn) => {
      const outcome = await call(kind, turn);
      if (outcome !== kind.outcome) expect.fail(`${kind.row} gave ${outcome}`);
    });
    server.forget();
  }
}

/** What is there once everything has come to rest. Connections that are kept open for a next call have objects of their own. */
async function takeStockAtRest(): Promise<Leftovers> {
  await vi.waitFor(
    () => {
      server.hangUp();
      const { timers, sockets } = countResources();
      expect(timers).toBeLessThanOrEqual(3);
      expect(sockets).toBeLessThanOrEqual(4);
    },
    { timeout: 20_000, interval: 100 },
  );
  return takeStock(signal);
}

test("calls of every kind leave nothing behind", { timeout: 3_600_000 }, async () => {
  await callEach(60);
  const before = await takeStockAtRest();
  await callEach(callsOfEach);
  const after = await takeStockAtRest();
  if (process.env.LEFTOVER_CALLS) console.log({ calls: callsOfEach * kinds.length, before, after });
  expect(after.listeners).toBe(0);
  // The same however many the calls were: the platform keeps a few for itself, and their number varies.
  expect(after.signals - before.signals).toBeLessThan(2 * atATime);
  expect(after.responses - before.responses).toBeLessThan(5);
  expect(after.promises - before.promises).toBeLessThan(2 * atATime);
  expect(after.heapBytes - before.heapBytes).toBeLessThan(2_000_000);
  expect(warnings).toEqual([]);
});

test("an abort reaches the request, however often garbage is collected before", async () => {
  const controller = new AbortController();
  let heard = 0;
  const fetch = ({ signal }: Request) =>
    new Promise<Response>((_, reject) => {
      signal.addEventListener("abort", () => {
        heard++;
        reject(signal.reason);
      });
    });
  const calls = Array.from({ length: 100 }, (_, turn) => {
    const operation = operations[turn % operations.length] as (typeof operations)[number];
    return operation.call({ token: secrets.token, fetch }, { maxItems: 2, signal: controller.signal });
  });
  const settled = Promise.allSettled(calls);
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    takeStock(controller.signal);
  }
  controller.abort("enough");
  expect(new Set((await settled).map((result) => result.status === "rejected" && result.reason))).toEqual(
    new Set(["enough"]),
  );
  expect(heard).toBe(100);
});

test("a fetch of the caller's own leaves no request behind, nor what belongs to it", async () => {
  const fetch = async () => Response.json({}, { status: 404 });
  const callMany = async (count: number) => {
    for (let turn = 0; turn < count; turn++) {
      const operation = operations[turn % operations.length] as (typeof operations)[number];
      await operation.call({ token: secrets.token, fetch }, { maxItems: 2, signal }).catch(() => {});
    }
    // What the platform keeps of a signal it lets go of in another turn.
    await new Promise((resolve) => setTimeout(resolve, 20));
    takeStock(signal);
    await new Promise((resolve) => setTimeout(resolve, 20));
    return takeStock(signal);
  };
  const before = await callMany(200);
  const after = await callMany(400);
  expect(after.signals - before.signals).toBeLessThan(20);
  expect(after.heapBytes - before.heapBytes).toBeLessThan(400_000);
});

test("1,000 calls at a time share a signal, which ends them all and keeps no listener", {
  timeout: 60_000,
}, async () => {
  const shared = new AbortController();
  const callWith = (name: string, turn: number) => {
    const operation = operations[turn % operations.length] as (typeof operations)[number];
    const client = { token: secrets.token, baseUrl: server.address(rowOf(name), operation.id) };
    return operation.call(client, { maxItems: 2, signal: shared.signal });
  };
  const all = (name: string) => Promise.allSettled(Array.from({ length: 1000 }, (_, turn) => callWith(name, turn)));
  const answered = await all("fine");
  expect(answered.filter(({ status }) => status === "fulfilled")).toHaveLength(1000);
  expect(getEventListeners(shared.signal, "abort")).toEqual([]);
  server.forget();
  const waiting = all("no-headers");
  const countSeen = () => operations.reduce((sum, { id }) => sum + server.seen(rowOf("no-headers"), id).length, 0);
  await vi.waitFor(() => expect(countSeen()).toBe(1000), 20_000);
  const reason = new Error("enough");
  shared.abort(reason);
  for (const settled of await waiting) expect(settled).toEqual({ status: "rejected", reason });
  expect(getEventListeners(shared.signal, "abort")).toEqual([]);
  expect(warnings).toEqual([]);
});
