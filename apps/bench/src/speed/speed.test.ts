import { expect, test } from "vitest";
import { races } from "./races.ts";
import { createReplay } from "./replay.ts";
import { runRace } from "./speed.ts";

const server = createReplay(700);

test.each(races)("$name: loop and walk bring the same chats", async (race) => {
  const { loop, ours } = await runRace({ ...race, latencyMs: 0, consumerMs: 0 }, server, 1);
  expect(server.length).toBeGreaterThan(600);
  expect([loop.items, ours.items]).toEqual([server.length, server.length]);
  expect(loop.requests).toBe(Math.ceil(server.length / 100));
  expect(ours.requests).toBeGreaterThanOrEqual(loop.requests);
  expect(race.toRatio(loop, ours)).toBeGreaterThan(0);
});

test("the limits are those that the design sets", () => {
  const holds = races.map(({ limit }) => [0.99, 1.01, 1.03, 1.79, 1.8, 5.99, 6].map((ratio) => limit.holds(ratio)));
  expect(holds).toEqual([
    [false, false, false, false, false, false, true],
    [false, false, false, false, true, true, true],
    [true, true, false, false, false, false, false],
  ]);
});
