import type { Receipt } from "@agent-chats/client";
import type { Trace, Verdict } from "./trace.ts";
import { type Book, createWatch, type Watch } from "./watch.ts";

/** A trace that is being written. */
export interface TraceWriter {
  /** Where the requests of any client can be written. */
  readonly book: Book;
  /** For one client: calls are numbered by client. */
  watch(): Watch;
  /** Where the receipt of the walk is read from, as it goes on. */
  follow(readReceipt: () => Receipt): void;
  end(result?: { verdict?: Verdict | undefined; error?: unknown }): void;
}

/** Where the traces are kept, for whoever shows them. */
export interface Recorder {
  /** The traces, the oldest first; the same object until something changes. */
  read(): readonly Trace[];
  subscribe(listener: () => void): () => void;
  /** Begins a trace. One of the same kind that has ended gives way to it. */
  begin(kind: string, title: string, hint?: string): TraceWriter;
  /** Takes away the traces of these kinds. */
  drop(...kinds: readonly string[]): void;
}

interface Kept {
  readonly startedAt: number;
  trace: Trace;
  readReceipt?: () => Receipt;
}

/**
 * Makes a recorder. `schedule` is asked to tell the listeners soon, so that many changes are told as one; `now` counts
 * milliseconds.
 */
export function createRecorder(schedule: (tell: () => void) => void, now = () => performance.now()): Recorder {
  const listeners = new Set<() => void>();
  let kept: readonly Kept[] = [];
  let [lastId, isScheduled, isStale] = [0, false, false];
  let snapshot: readonly Trace[] = [];
  const change = () => {
    isStale = true;
    if (isScheduled) return;
    isScheduled = true;
    schedule(() => {
      isScheduled = false;
      for (const listener of listeners) listener();
    });
  };
  return {
    read() {
      if (isStale) snapshot = kept.map(({ trace }) => trace);
      isStale = false;
      return snapshot;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin(kind, title, hint) {
      const trace: Trace = { id: ++lastId, kind, title, state: "running", requests: [], ...(hint && { hint }) };
      const own: Kept = { startedAt: now(), trace };
      kept = [...kept.filter(({ trace: other }) => other.kind !== kind), own];
      change();
      return createWriter(own, now, change);
    },
    drop(...kinds) {
      kept = kept.filter(({ trace }) => !kinds.includes(trace.kind));
      change();
    },
  };
}

function createWriter(own: Kept, now: () => number, change: () => void): TraceWriter {
  const update = (next: Partial<Trace>) => {
    own.trace = { ...own.trace, ...next, ...(own.readReceipt && { receipt: own.readReceipt() }) };
    change();
  };
  const book: Book = {
    atMs: () => now() - own.startedAt,
    get requests() {
      return own.trace.requests;
    },
    write: (requests) => update({ requests }),
    readReceipt: () => own.readReceipt?.(),
  };
  return {
    book,
    watch: () => createWatch(() => book),
    follow(readReceipt) {
      own.readReceipt = readReceipt;
    },
    end({ verdict, error } = {}) {
      const problem = error instanceof Error ? error.message : error === undefined ? undefined : String(error);
      const state = problem === undefined ? "done" : "failed";
      update({ state, ...(verdict && { verdict }), ...(problem !== undefined && { problem }) });
    },
  };
}
