import { isAgentChatsError, type Receipt, type WalkOptions } from "@agent-chats/client";
import { createEmulator, type ListDials } from "@agent-chats/emulator";
import { findListing, idsOf, setDials } from "./emulated.ts";
import type { Fetch } from "./exchange.ts";
import { selectOf } from "./selections.ts";
import { type SpecOperation, specs } from "./specs.ts";

/** A list that changes while it is walked, and how it is walked. The same scenario gives the same run. */
export interface Scenario {
  /** Operation that lists. */
  readonly operation: string;
  readonly seed: number;
  /** Chats of the vendor. */
  readonly chats: number;
  readonly dials: ListDials;
  readonly walk: WalkOptions;
  /** Share of the requests that fail. */
  readonly failures: number;
  /** How often the walk is left at the most, and resumed by a new client. */
  readonly crashes: number;
}

/** What came of a scenario. */
export interface Outcome {
  /** What one walk delivered more than once. */
  readonly repeated: readonly string[];
  /** What was delivered more than once, by walks that resumed each other too. */
  readonly repeatedByAll: readonly string[];
  /** Those that existed from before the first request to the end, and were not delivered. */
  readonly missed: readonly string[];
  /** Items that came in or went while the list was walked. */
  readonly changes: number;
  readonly receipt: Receipt;
  /** What ended the walk, if not its end. */
  readonly error: unknown;
  readonly hasEnded: boolean;
}

/** Far more than any walk of such a list needs. */
const mostRequests = 4000;

/** Share of the items behind which a walk that may crash does. */
const crashShare = 0.1;

/** What a client is made from. */
interface Server {
  readonly token: string;
  readonly fetch: Fetch;
}

/** Walks a listing of the emulator with the real client. */
export async function simulate(scenario: Scenario): Promise<Outcome> {
  const operation = specs.flatMap(({ operations }) => operations).find(({ id }) => id === scenario.operation);
  if (!operation) throw new Error(`No spec has an operation ${scenario.operation}`);
  const { list, server, random, end } = begin(operation, scenario);
  const start = (cursor?: string) => list(server, { ...scenario.walk, cursor }).walk();
  /** What each of the walks delivered. */
  const legs: unknown[][] = [[]];
  let walk = start();
  let { crashes } = scenario;
  let error: unknown;
  for (;;) {
    const next = await walk.next().catch((failure: unknown) => ({ failure }));
    if ("failure" in next) {
      if (isPassing(next.failure)) continue;
      error = next.failure;
      break;
    }
    if (next.done) break;
    legs.at(-1)?.push(next.value);
    if (crashes === 0 || random() >= crashShare) continue;
    crashes--;
    await walk.return();
    walk = start(walk.cursor);
    legs.push([]);
  }
  await walk.return();
  const given = legs.map((items) => idsOf(operation, items));
  return end(given, walk.receipt, error);
}

/** Whether the same call may succeed at once. */
function isPassing(error: unknown): boolean {
  return isAgentChatsError(error) && error.retryable && error.kind !== "pagination";
}

function begin(operation: SpecOperation, { seed, chats, dials, failures }: Scenario) {
  const random = createRandom(seed);
  let now = Date.UTC(2026, 10, 20, 15, 4);
  const emulator = createEmulator({ seed, chats, clock: () => new Date(now++) });
  // The data ends at the minute in which the emulator is made.
  now += 60_000;
  const { readItems, always } = findListing(emulator, operation);
  const first = idsOf(operation, readItems());
  setDials(emulator, operation, dials);
  let requests = 0;
  const fetch: Fetch = async (request) => {
    // Requests that are under way at the same time are not served in their order.
    for (let turns = Math.floor(random() * 4); turns > 0; turns--) await undefined;
    now += Math.floor(random() * 1500);
    // An error that is not worth another try.
    if (++requests > mostRequests) return Response.json({}, { status: 400 });
    if (random() >= failures) return emulator.fetch(request);
    if (random() < 0.5) throw new TypeError("The connection was reset.");
    return Response.json({}, { status: random() < 0.5 ? 429 : 503 });
  };
  const select = selectOf(operation.id);

  return {
    random,
    server: { token: emulator.token, fetch },
    list: (server: Server, walk: WalkOptions) => select(server, always, walk),
    end(legs: readonly string[][], receipt: Receipt, error: unknown): Outcome {
      const given = legs.flat();
      const [before, after] = [new Set(first), new Set(idsOf(operation, readItems()))];
      return {
        repeated: legs.flatMap(repeatedIn),
        repeatedByAll: repeatedIn(given),
        missed: first.filter((id) => after.has(id) && !given.includes(id)),
        changes: [...before].filter((id) => !after.has(id)).length + [...after].filter((id) => !before.has(id)).length,
        receipt,
        error,
        hasEnded: requests <= mostRequests,
      };
    },
  };
}

function repeatedIn(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) < index);
}

/** A small generator of random numbers (mulberry32), so that a run can be repeated. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
