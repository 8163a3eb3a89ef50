import type { ApiOptions } from "../../src/api.ts";
import type { HostileOperation } from "./operations.ts";
import { type Expected, type Row, usualOptions } from "./row.ts";
import { secrets } from "./secrets.ts";

/** What came out of a case. */
export interface Outcome {
  /** What the call gave; absent where it failed. */
  readonly given?: readonly unknown[];
  /** What it threw; absent where it did not. */
  readonly error?: unknown;
  readonly elapsedMs: number;
  /** What the client told its observer. */
  readonly events: readonly unknown[];
  /** The reason of an abort, if the row has one. */
  readonly reason: unknown;
  /** Listeners of the caller's signal that were added and not removed. */
  readonly listenersLeft: number;
}

/** Milliseconds after which a call is said to hang: longer than any row allows. */
const patienceMs = 10_000;
/** As many as an answer has: one request is enough to see them. */
const maxItems = 2;

/** What a row wants of an operation. */
export function expectedOf(row: Row, operation: HostileOperation): Expected {
  return (operation.method === "POST" ? row.post : undefined) ?? row.get;
}

/** Calls an operation at an address, as the row has it. Needs nothing of the platform but `fetch` and timers. */
export async function runCase(row: Row, operation: HostileOperation, baseUrl: string): Promise<Outcome> {
  const events: unknown[] = [];
  const client: ApiOptions = {
    ...usualOptions,
    ...row.options,
    token: toToken(row.token),
    baseUrl,
    headers: { "x-planted": secrets.headerValue },
    observe: (event) => events.push(event),
  };
  const { signal, reason, countListeners, disarm } = createAbort(row.abortAfterMs);
  for (let call = 1; call < (row.calls ?? 1); call++) {
    await operation.call(client, { signal, maxItems });
    await new Promise((resolve) => setTimeout(resolve, row.pauseMs ?? 0));
  }
  const startedAt = performance.now();
  const result = await within(patienceMs, operation.call(client, { signal, maxItems })).then(
    (given) => ({ given }),
    (error: unknown) => ({ error }),
  );
  const elapsedMs = performance.now() - startedAt;
  disarm();
  return { ...result, elapsedMs, events, reason, listenersLeft: countListeners() };
}

async function within<Value>(ms: number, result: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hang = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It hangs: nothing came within ${ms} ms.`)), ms);
  });
  return Promise.race([result, hang]).finally(() => clearTimeout(timer));
}

function toToken(kind: Row["token"] = "string"): ApiOptions["token"] {
  if (kind === "string") return secrets.token;
  if (kind === "function") return async () => secrets.token;
  if (kind === "never") return () => new Promise<string>(() => {});
  const tokens = [secrets.token];
  return () => tokens.pop() ?? secrets.renewedToken;
}

/** A signal that aborts after some time, counts its listeners, and knows its reason: a value that nobody else makes. */
function createAbort(afterMs: number | undefined) {
  const controller = new AbortController();
  const { signal } = controller;
  const reason = { why: "the caller has changed their mind" };
  const abort = () => controller.abort(reason);
  if (afterMs !== undefined && afterMs < 0) abort();
  const timer = afterMs === undefined || afterMs < 0 ? undefined : setTimeout(abort, afterMs);
  return { signal, reason, countListeners: countListeners(signal), disarm: () => clearTimeout(timer) };
}

/** Counts the listeners of a signal from here on. One that asks to hear once is gone when the signal has aborted. */
function countListeners(signal: AbortSignal): () => number {
  const listeners = new Map<unknown, boolean>();
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (type: string, listener: never, options?: boolean | AddEventListenerOptions) => {
    listeners.set(listener, typeof options === "object" && options.once === true);
    addEventListener.call(signal, type, listener, options);
  };
  signal.removeEventListener = (type: string, listener: never, options?: boolean | EventListenerOptions) => {
    listeners.delete(listener);
    removeEventListener.call(signal, type, listener, options);
  };
  return () => [...listeners.values()].filter((isOnce) => !(isOnce && signal.aborted)).length;
}
