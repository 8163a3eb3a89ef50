import type { ApiOptions } from "@agent-chats/client";
import { complaintsIn } from "./complaints.ts";
import { type Exchange, type Fetch, recordInto, violationsOf } from "./exchange.ts";
import { startPrism } from "./prism.ts";
import type { Spec } from "./specs.ts";

/** The token that the contract's clients send. Prism looks at its scheme only. */
export const token = "contract-token";

/** A spec under test: its Prism, and everything that was asked of it. */
export interface Session {
  readonly spec: Spec;
  /** Where its Prism listens. */
  readonly url: string;
  /** Every exchange since the start, in order. */
  readonly exchanges: readonly Exchange[];
  /** Sends to Prism and records. */
  readonly fetch: Fetch;
  /** What a client is made from so that it talks to this Prism. */
  options(extra?: Partial<ApiOptions>): ApiOptions;
  /** The exchange that came last. */
  last(): Exchange;
  /** Everything that Prism found fault with since the last time, printed or in a header. */
  takeComplaints(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Starts the Prism of a spec. */
export async function startSession(spec: Spec): Promise<Session> {
  const prism = await startPrism(spec.file);
  const exchanges: Exchange[] = [];
  const send = recordInto(exchanges);
  // Undefined before the first time: what Prism prints while it starts counts too.
  let checked: number | undefined;

  return {
    spec,
    url: prism.url,
    exchanges,
    fetch: send,
    // What is sent twice would be counted twice.
    options: (extra) => ({ token, baseUrl: prism.url, fetch: send, retry: false, ...extra }),
    last() {
      const exchange = exchanges.at(-1);
      if (!exchange) throw new Error(`Nothing was sent to ${spec.vendor}'s Prism.`);
      return exchange;
    },
    async takeComplaints() {
      if (checked === exchanges.length) return [];
      const fresh = exchanges.slice(checked ?? 0);
      checked = exchanges.length;
      const violations = fresh.flatMap(violationsOf).map(({ message }) => `sl-violations: ${message}`);
      return [...complaintsIn(await prism.takeOutput()), ...violations];
    },
    stop: () => prism.stop(),
  };
}

/** Starts a session for each spec, side by side. Where one fails, none is left running. */
export async function startSessions(specs: readonly Spec[]): Promise<Session[]> {
  const results = await Promise.allSettled(specs.map(startSession));
  const sessions = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const failed = results.find((result) => result.status === "rejected");
  if (!failed) return sessions;
  await Promise.all(sessions.map((session) => session.stop()));
  throw failed.reason;
}
