import { isAgentChatsError, type WalkOptions } from "@agent-chats/client";
import { createEmulator, type Emulator } from "@agent-chats/emulator";
import { pageSize, type Scenario } from "./scenarios.ts";
import type { Send } from "./target.ts";
import type { BenchVendor } from "./vendors.ts";
import { type Rival, rivals } from "./walkers.ts";

/** What a walker did in a scenario. */
export interface Outcome {
  /** Rows that existed from the first request to the last, and were not delivered. */
  readonly missed: number;
  /** Deliveries of a row beyond its first. */
  readonly repeated: number;
  readonly requests: number;
  /** What the walker says of it. */
  readonly says: string;
}

/** A walker at work on a list: hands each identifier over, returns what it says of the whole. */
type Run = (emulator: Emulator, send: Send, deliver: (id: string) => void) => Promise<string>;

/** A walker to be tried on a vendor; `undefined` where it cannot walk that vendor. */
export interface Contestant {
  readonly name: string;
  readonly does: string;
  readonly isOurs: boolean;
  runOn(vendor: BenchVendor): Run | undefined;
}

/** So many requests, and it goes on: it would never end. */
const mostRequests = 500;
const loops = "loops";

class Endless extends Error {}

/** Our walks, by the options that they are given. */
const ours: readonly { readonly name: string; readonly does: string; readonly options: WalkOptions }[] = [
  { name: "agent-chats", does: "walk(): in the vendor's order", options: {} },
  {
    name: "agent-chats exact",
    does: 'walk({ consistency: "exact" }): in whatever order is the surest',
    options: { consistency: "exact" },
  },
];

/** What receipts say, in a word. */
const words = new Map<unknown, string>([
  [true, "complete"],
  ["unknown", "unknown"],
  [false, "incomplete"],
]);

/** All walkers, ours at the end. */
export const contestants: readonly Contestant[] = [...rivals.map(toContestant), ...ours.map(toOurs)];

function toContestant(rival: Rival): Contestant {
  return {
    name: rival.name,
    does: rival.does,
    isOurs: false,
    runOn: (vendor) => {
      if (rival.style !== undefined && rival.style !== vendor.pagination.style) return undefined;
      return async (emulator, send, deliver) => {
        for await (const id of rival.walk(vendor.target(emulator, send), pageSize)) deliver(id);
        return "nothing";
      };
    },
  };
}

function toOurs({ name, does, options }: (typeof ours)[number]): Contestant {
  return {
    name,
    does,
    isOurs: true,
    runOn: (vendor) => async (emulator, send, deliver) => {
      const walk = vendor.walk(emulator, send, { pageSize, ...options });
      for await (const item of walk) deliver(vendor.idOf(item));
      return words.get(walk.receipt.complete) ?? String(walk.receipt.complete);
    },
  };
}

/** A vendor's list to try walkers on. */
export interface Course {
  readonly vendor: BenchVendor;
  readonly emulator: Emulator;
  /** Brings back the beginning: data, dials and time. */
  reset(): void;
}

/** Makes a list of about `rows` chats. Its clock goes on by 40 ms at each look. */
export function createCourse(vendor: BenchVendor, rows: number, seed: number): Course {
  // A list may hold only a part of the chats, such as those of one agent.
  const share = vendor.ids(createEmulator({ seed, chats: 1000 })).length / 1000;
  let looks = 0;
  const clock = () => {
    looks += 1;
    return new Date(Date.UTC(2026, 10, 20, 15, 4) + 40 * looks);
  };
  const emulator = createEmulator({ seed, clock, chats: Math.round(rows / share) });
  return {
    vendor,
    emulator,
    reset() {
      looks = 0;
      emulator.reset();
    },
  };
}

/** Tries a walker in a scenario, from the beginning. */
export async function tryOut({ vendor, emulator, reset }: Course, scenario: Scenario, run: Run): Promise<Outcome> {
  reset();
  vendor.setDials(emulator, scenario.dials(vendor.pagination));
  const before = vendor.ids(emulator);
  const delivered = new Map<string, number>();
  let [requests, isEndless] = [0, false];
  const send: Send = async (request) => {
    isEndless ||= requests === mostRequests;
    if (isEndless) throw new Endless();
    requests += 1;
    return emulator.fetch(request);
  };
  const deliver = (id: string) => delivered.set(id, (delivered.get(id) ?? 0) + 1);
  const says = await run(emulator, send, deliver).catch(toWord);
  const after = new Set(vendor.ids(emulator));
  return {
    missed: before.filter((id) => after.has(id) && !delivered.has(id)).length,
    repeated: [...delivered.values()].reduce((sum, times) => sum + times - 1, 0),
    requests,
    says: isEndless ? loops : says,
  };
}

/** An error of the walk is something that it says. Any other is a fault of the bench. */
function toWord(error: unknown): string {
  if (error instanceof Endless) return loops;
  if (isAgentChatsError(error)) return "error";
  throw error;
}
