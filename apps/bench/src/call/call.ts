import { load } from "../../rivals-packages/load.ts";
import { installPackages, rivalsFolder } from "../install.ts";
import { type Report, toAim } from "../report.ts";
import type { Table } from "../table.ts";
import { type Contender, ours, oursWithDrift, raw, rivals } from "./contenders.ts";
import { createImmediateServer } from "./server.ts";

/** Pages that are asked for, how often a round, and what ours is to cost, as a multiple of `fetch` and `json()`. */
const pages = [
  { chats: 1, calls: 2000, aim: 1.6, driftLimit: Number.POSITIVE_INFINITY },
  // So few that what the bodies leave behind outside of the heap is cleared away between the rounds, and not in some of them.
  { chats: 50, calls: 200, aim: 1.1, driftLimit: 1.3 },
];
/** What ours adds is to be at most this part of what the next best adds that has timeouts and retries. */
const partOfNext = 0.33;
/** Rounds of all contenders in turn, so that whatever else the machine does hits all of them. */
const mostRounds = 30;

interface Result {
  readonly contender: Contender;
  /**
   * Microseconds a call in the round in the middle. The fastest would be one in which nobody collects garbage, and what a
   * client leaves behind is part of what it costs.
   */
  readonly median: number;
  /** Multiple of the raw round in the middle. */
  readonly ratio: number;
  /** Microseconds a call in the fastest round, and in the slowest. */
  readonly fastest: number;
  readonly slowest: number;
}

/** Measures what a call costs that is answered at once, beside others. Fails where a limit is missed. */
export async function benchCall(isQuick: boolean): Promise<Report> {
  await installPackages(rivalsFolder);
  const tables: Table[] = [];
  const failures: string[] = [];
  const aims: string[] = [];
  for (const { chats, calls, aim, driftLimit } of pages) {
    const results = await measure([raw, ours, oursWithDrift, ...rivals], chats, calls, isQuick ? 3 : mostRounds);
    tables.push(toTable(chats, results));
    const ratioOf = (wanted: Contender) => results.find(({ contender }) => contender === wanted)?.ratio ?? Number.NaN;
    const answer = chats === 1 ? "one chat" : `${chats} chats`;
    aims.push(toAim(`${ours.name}, ${answer}`, ratioOf(ours), aim, "×"));
    const others = rivals.filter(({ isPeer }) => isPeer).map((rival) => ratioOf(rival) - 1);
    const part = (ratioOf(ours) - 1) / Math.min(...others);
    aims.push(
      toAim(`What it adds, beside what the next best with timeouts and retries adds, ${answer}`, part, partOfNext, "×"),
    );
    const withDrift = ratioOf(oursWithDrift);
    if (!(withDrift <= driftLimit)) {
      failures.push(`${oursWithDrift.name}, ${answer}: ${withDrift.toFixed(2)}×, and not ≤ ${driftLimit}×.`);
    }
  }
  return { tables, failures, aims };
}

/** Calls of each contender in turn, round after round. The first round lets the engine compile, and does not count. */
async function measure(
  contenders: readonly Contender[],
  chats: number,
  callsARound: number,
  rounds: number,
): Promise<Result[]> {
  const calls: (() => Promise<readonly unknown[]>)[] = [];
  const platformFetch = globalThis.fetch;
  try {
    for (const { prepare, envelope, name } of contenders) {
      const server = await createImmediateServer(chats, envelope);
      globalThis.fetch = server.fetch;
      const call = await prepare(server, load);
      const { length } = await call();
      if (length !== chats) throw new Error(`${name} gave ${length} chats, not ${chats}.`);
      calls.push(async () => {
        globalThis.fetch = server.fetch;
        return call();
      });
    }
    const times = calls.map((): number[] => []);
    for (let round = -1; round < rounds; round++) {
      globalThis.gc?.();
      for (const [index, call] of inTurn(calls, round)) {
        const time = await timeOf(call, callsARound);
        if (round >= 0) times[index]?.push(time);
      }
    }
    return contenders.map((contender, index) => toResult(contender, times[index] ?? [], times[0] ?? []));
  } finally {
    globalThis.fetch = platformFetch;
  }
}

/** Each with its index; another one first in each round. */
function inTurn<Value>(values: readonly Value[], round: number): [number, Value][] {
  const entries = [...values.entries()];
  const first = Math.max(0, round) % values.length;
  return [...entries.slice(first), ...entries.slice(0, first)];
}

/** Microseconds of work a call: nothing is waited for, and what others on the machine do is not ours. */
async function timeOf(call: () => Promise<unknown>, count: number): Promise<number> {
  const before = process.threadCpuUsage();
  for (let calls = 0; calls < count; calls++) await call();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / count;
}

function toResult(contender: Contender, times: readonly number[], rawTimes: readonly number[]): Result {
  const median = medianOf(times);
  return {
    contender,
    median,
    ratio: median / medianOf(rawTimes),
    fastest: Math.min(...times),
    slowest: Math.max(...times),
  };
}

function medianOf(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[times.length >> 1] ?? Number.NaN;
}

function toTable(chats: number, results: readonly Result[]): Table {
  return {
    title: `A call that is answered at once with ${chats} of Cargo's chats, beside \`fetch\` and \`json()\``,
    head: ["", "has", "µs: median", "fastest", "slowest", "Median: ratio"],
    rows: results.map(({ contender: { name, has }, median, ratio, fastest, slowest }) => [
      name,
      has,
      median.toFixed(1),
      fastest.toFixed(1),
      slowest.toFixed(1),
      `${ratio.toFixed(2)}×`,
    ]),
  };
}
