import type { Report } from "../report.ts";
import { toSpread } from "../spread.ts";
import { latencyMs, type Race, races } from "./races.ts";
import { createReplay, type Replay } from "./replay.ts";
import { type Fastest, type Run, runLoop, runWalk, type Timing } from "./runs.ts";

/** Races walks over the chats of one agent against the loop. Fails where a limit is missed. */
export async function benchSpeed(isQuick: boolean): Promise<Report> {
  const server = createReplay(isQuick ? 10_000 : 100_000);
  const rows: string[][] = [];
  const failures: string[] = [];
  await warmUp(server);
  for (const race of races) {
    const { loop, ours } = await runRace(race, server, isQuick ? race.quickRuns : race.runs);
    const ratio = race.toRatio(loop, ours);
    rows.push([
      race.name,
      ours.items.toLocaleString("en"),
      ...[loop, ours].flatMap(({ elapsedMs, requests }) => [
        Math.round(elapsedMs).toLocaleString("en"),
        String(requests),
      ]),
      `${ratio.toFixed(2)}×`,
      race.limit.words,
      toSpread([loop.all, ours.all]),
    ]);
    if (!race.limit.holds(ratio)) failures.push(`${race.name}: ${ratio.toFixed(2)}×, and not ${race.limit.words}.`);
  }
  const head = ["", "chats", "Loop: ms", "requests", "Ours: ms", "requests", "ratio", "limit", "spread"];
  const title = `A walk over Cotool's chats beside a loop in sequence, the server answering after ${latencyMs} ms`;
  return { tables: [{ title, head, rows }], failures };
}

/** Runs a race several times. The fastest counts: whatever else the machine does can only slow a run down. */
export async function runRace(race: Race, server: Replay, runs: number): Promise<{ ours: Fastest; loop: Fastest }> {
  const items = Math.min(race.items, server.length);
  const run: Run = { server, items, latencyMs: race.latencyMs, consumerMs: race.consumerMs };
  const ours = await fastest(runs, () => runWalk(run, race.options));
  if (ours.items !== items) throw new Error(`${race.name}: ${ours.items} items came, and not ${items}.`);
  return { ours, loop: await fastest(runs, () => runLoop(run)) };
}

async function fastest(runs: number, run: () => Promise<Timing>): Promise<Fastest> {
  const timings: Timing[] = [];
  for (let index = 0; index < runs; index += 1) {
    // What earlier runs left behind is not to be cleared away in this one.
    globalThis.gc?.();
    timings.push(await run());
  }
  const best = timings.reduce((least, timing) => (timing.elapsedMs < least.elapsedMs ? timing : least));
  return { ...best, all: timings.map(({ elapsedMs }) => elapsedMs) };
}

/** After so many the engine has compiled all that matters. */
const enoughItems = 100_000;

/** Lets the engine compile what is measured, and the server keep its answers. */
async function warmUp(server: Replay): Promise<void> {
  const run: Run = { server, items: server.length, latencyMs: 0, consumerMs: 0 };
  for (let items = 0; items < enoughItems; items += run.items) {
    await runLoop(run);
    await runWalk(run, { readAhead: 8 });
  }
}
