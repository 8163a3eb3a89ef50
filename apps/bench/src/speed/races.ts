import type { WalkOptions } from "@agent-chats/client";
import type { Timing } from "./runs.ts";

/** A walk beside the loop. */
export interface Race {
  readonly name: string;
  readonly options: WalkOptions;
  readonly latencyMs: number;
  readonly consumerMs: number;
  /** Most chats to walk. */
  readonly items: number;
  /** How often it is run. */
  readonly runs: number;
  /** How often over fewer chats. */
  readonly quickRuns: number;
  /** What the loop took and what ours took, as one number. */
  toRatio(loop: Timing, ours: Timing): number;
  readonly limit: { readonly words: string; holds(ratio: number): boolean };
}

/** How long the server takes to answer. */
export const latencyMs = 20;

const faster = (loop: Timing, ours: Timing) => loop.elapsedMs / ours.elapsedMs;
const atLeast = (factor: number) => ({ words: `≥ ${factor}×`, holds: (ratio: number) => ratio >= factor });

/** The races, with their limits. */
export const races: readonly Race[] = [
  {
    name: "readAhead: 8",
    options: { readAhead: 8 },
    latencyMs,
    consumerMs: 0,
    items: 100_000,
    runs: 2,
    quickRuns: 3,
    toRatio: faster,
    limit: atLeast(6),
  },
  {
    name: "readAhead: 1, consumer as slow as the server",
    options: { readAhead: 1 },
    latencyMs,
    consumerMs: latencyMs,
    items: 10_000,
    runs: 3,
    quickRuns: 2,
    toRatio: faster,
    limit: atLeast(1.8),
  },
  {
    name: "requests, for the overlap",
    options: {},
    latencyMs: 0,
    consumerMs: 0,
    items: 100_000,
    runs: 1,
    quickRuns: 1,
    toRatio: (loop, ours) => ours.requests / loop.requests,
    limit: { words: "< 1.02×", holds: (ratio) => ratio < 1.02 },
  },
];
