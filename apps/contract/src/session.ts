import type { ApiOptions } from "@agent-chats/client";
import { expect } from "vitest";
import { complaintsIn } from "./complaints.ts";
import { type Exchange, type Fetch, recordInto, type ServerKind, violationsOf } from "./exchange.ts";
import { startPrism } from "./prism.ts";
import type { Spec } from "./specs.ts";

/** The token that the contract's clients send. */
export const token = "contract-token";

/** A spec under test: a server of it, and everything that was asked of it. */
export interface Session {
  readonly spec: Spec;
  readonly server: ServerKind;
  /** Where the server listens. */
  readonly url: string;
  /** Every exchange since the start, in order. */
  readonly exchanges: readonly Exchange[];
  /** Exchanges that are wrong on purpose. */
  readonly probes: readonly Exchange[];
  /** Those whose status a test has looked at. */
  readonly asserted: ReadonlySet<Exchange>;
  /** Sends to the server and records. */
  readonly fetch: Fetch;
  /** Sends what is wrong on purpose, or will be answered so, and records it apart. */
  readonly probe: Fetch;
  /** What a client is made from so that it talks to this server. */
  options(extra?: Partial<ApiOptions>): ApiOptions;
  /** The exchange that came last. */
  last(): Exchange;
  /** Asserts the status of the exchange that came last, and notes that it was asserted. */
  expectStatus(status: number): void;
  /** Everything that Prism found fault with since the last time, printed or in a header. Of probes, what it printed. */
  takeComplaints(): Promise<string[]>;
  stop(): Promise<void>;
}

/** What a session needs of its server. */
interface Server {
  readonly url: string;
  takeOutput(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Starts a Prism that mocks a spec. */
export async function startMock(spec: Spec): Promise<Session> {
  return createSession(spec, "mock", await startPrism(spec.file));
}

/** Starts a Prism that passes requests on to an upstream, and holds both to a spec. */
export async function startProxy(spec: Spec, upstream: string): Promise<Session> {
  return createSession(spec, "proxy", await startPrism(spec.file, { upstream }));
}

/** A session with an emulator that listens already. */
export function startDirect(spec: Spec, url: string): Session {
  return createSession(spec, "emulator", { url, takeOutput: async () => [], stop: async () => {} });
}

function createSession(spec: Spec, server: ServerKind, { url, takeOutput, stop }: Server): Session {
  const exchanges: Exchange[] = [];
  const probes: Exchange[] = [];
  const asserted = new Set<Exchange>();
  const send = recordInto(exchanges);
  // Undefined before the first time: what Prism prints while it starts counts too.
  let checked: number | undefined;
  let probed = 0;
  const last = () => {
    const exchange = exchanges.at(-1);
    if (!exchange) throw new Error(`Nothing was sent to the ${server} of ${spec.vendor}.`);
    return exchange;
  };

  return {
    spec,
    server,
    url,
    exchanges,
    probes,
    asserted,
    fetch: send,
    probe: recordInto(probes),
    // What is sent twice would be counted twice.
    options: (extra) => ({ token, baseUrl: url, fetch: send, retry: false, ...extra }),
    last,
    expectStatus(status) {
      expect(last().status).toBe(status);
      asserted.add(last());
    },
    async takeComplaints() {
      if (checked === exchanges.length && probed === probes.length) return [];
      probed = probes.length;
      const fresh = exchanges.slice(checked ?? 0);
      checked = exchanges.length;
      const violations = fresh.flatMap(violationsOf).map(({ message }) => `sl-violations: ${message}`);
      return [...complaintsIn(await takeOutput()), ...violations];
    },
    stop,
  };
}

/** Waits for all sessions. Where one does not start, none is left running. */
export async function startAll(starting: readonly Promise<Session>[]): Promise<Session[]> {
  const results = await Promise.allSettled(starting);
  const sessions = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const failed = results.find((result) => result.status === "rejected");
  if (!failed) return sessions;
  await Promise.all(sessions.map((session) => session.stop()));
  throw failed.reason;
}
