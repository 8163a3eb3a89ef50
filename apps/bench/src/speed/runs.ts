import type { WalkOptions } from "@agent-chats/client";
import { createCotool } from "@agent-chats/client/cotool";
import { vendor } from "@agent-chats/schema/cotool";
import type { Send } from "../rivals/target.ts";
import { type Replay, sleep } from "./replay.ts";

/** Items that are asked for at a time, and after which the consumer takes its time. */
const pageSize = 100;

/** One walk over the chats of an agent. */
export interface Run {
  readonly server: Replay;
  /** Milliseconds after which the server answers. */
  readonly latencyMs: number;
  /** Chats to walk. */
  readonly items: number;
  /** Milliseconds that the consumer takes for a page. */
  readonly consumerMs: number;
}

/** What a walk took. */
export interface Timing {
  readonly items: number;
  readonly requests: number;
  readonly elapsedMs: number;
}

/** The fastest of several runs, and what each of them took. */
export interface Fastest extends Timing {
  readonly all: readonly number[];
}

/** Counts requests and milliseconds of a walk; `walk` calls `consume` with each item, and awaits it. */
async function measure(
  { server, latencyMs, consumerMs }: Run,
  walk: (send: Send, consume: () => Promise<void> | undefined) => Promise<void>,
): Promise<Timing> {
  let [requests, items] = [0, 0];
  const startedAt = performance.now();
  await walk(
    (request) => {
      requests += 1;
      return server.fetch(request, latencyMs);
    },
    () => {
      items += 1;
      return consumerMs > 0 && items % pageSize === 0 ? sleep(consumerMs) : undefined;
    },
  );
  return { items, requests, elapsedMs: performance.now() - startedAt };
}

/** The loop that is written in an afternoon: one page after the other, by the page size, up to the total. */
export function runLoop(run: Run): Promise<Timing> {
  const { token, agentId } = run.server;
  const headers = { authorization: `Bearer ${token}` };
  return measure(run, async (send, consume) => {
    for (let offset = 0, total = 1; offset < Math.min(total, run.items); offset += pageSize) {
      const url = `${vendor.baseUrl}/api/agents/${agentId}/chats?limit=${pageSize}&offset=${offset}`;
      const answer = (await (await send(new Request(url, { headers }))).json()) as { chats: []; totalCount: number };
      total = answer.totalCount;
      for (const _ of answer.chats) await consume();
    }
  });
}

/** Our walk. */
export function runWalk(run: Run, options: WalkOptions): Promise<Timing> {
  const { token, agentId } = run.server;
  return measure(run, async (send, consume) => {
    const { chats } = createCotool({ token, fetch: send });
    const walk = chats.list({ agentId }).walk({ pageSize, maxItems: run.items, ...options });
    for await (const _ of walk) await consume();
  });
}
