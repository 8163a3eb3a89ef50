import type { Receipt } from "@agent-chats/client";

/** What a request asked for. Places count items from 0. */
export interface Asked {
  /** The list that was asked: its path. */
  readonly list: string;
  readonly start: number;
  readonly size: number;
  /** Range of creation time in milliseconds since 1970, where one was asked for. */
  readonly after?: number;
  readonly before?: number;
}

/** One sending of a request, and what came of it. */
export interface Try {
  /** Status, or the kind of the failure; undefined while it is under way. */
  readonly outcome?: string;
  readonly durationMs?: number;
  /** Milliseconds until it was sent again. */
  readonly pauseMs?: number;
}

/** A request of a walk, with all times that it was sent. */
export interface TracedRequest {
  /** In its trace, from 1. */
  readonly number: number;
  readonly vendor: string;
  readonly operation: string;
  readonly asked: Asked;
  /** Milliseconds from the start of the trace. */
  readonly atMs: number;
  /** `left` was cancelled, because nobody wanted the answer any more. */
  readonly state: "sent" | "pausing" | "answered" | "failed" | "left";
  readonly tries: readonly Try[];
  readonly bytes: number;
  /** Items that came; undefined where none did. */
  readonly rows?: number;
  /** What the walk made of them; undefined where it has not looked at them, or nobody walks. */
  readonly page?: { readonly given: number; readonly total?: number };
  /** What the walk found out by this answer. */
  readonly repairs: number;
  readonly headWalks: number;
  /** Why it failed, in the client's words. */
  readonly problem?: string;
}

/** How many of the chats that existed all the time a walk missed, and how many it gave again. */
export interface Verdict {
  readonly existed: number;
  readonly missed: number;
  readonly repeated: number;
}

/** The requests of one walk, or of one list that is read page by page. */
export interface Trace {
  readonly id: number;
  /** Such as `list` or `naive`. */
  readonly kind: string;
  readonly title: string;
  /** What is read, in a few words. */
  readonly hint?: string;
  readonly state: "running" | "done" | "failed";
  readonly requests: readonly TracedRequest[];
  /** The walk's own account; undefined where what is read is no single walk. */
  readonly receipt?: Receipt;
  readonly verdict?: Verdict;
  /** Why it ended, where it failed. */
  readonly problem?: string;
}

/** What the requests of a trace came to. */
export interface Tally {
  readonly requests: number;
  readonly rows: number;
  readonly repeats: number;
  readonly repairs: number;
  readonly retries: number;
  readonly failures: number;
  readonly bytes: number;
}

/** Adds up the requests of a trace. */
export function toTally({ requests }: Trace): Tally {
  const sum = (of: (request: TracedRequest) => number) => requests.reduce((total, request) => total + of(request), 0);
  return {
    requests: requests.length,
    rows: sum(({ rows = 0 }) => rows),
    repeats: sum(({ rows = 0, page }) => (page ? rows - page.given : 0)),
    repairs: sum(({ repairs }) => repairs),
    retries: sum(({ tries }) => tries.length - 1),
    failures: sum(({ state }) => (state === "failed" ? 1 : 0)),
    bytes: sum(({ bytes }) => bytes),
  };
}

/** Milliseconds in which at least one answer was waited for, pauses before it was asked for again included. */
export function toWaitedMs({ requests }: Trace): number {
  let [waited, until] = [0, 0];
  for (const { atMs, tries } of requests.toSorted((left, right) => left.atMs - right.atMs)) {
    const endMs = tries.reduce((end, { durationMs = 0, pauseMs = 0 }) => end + durationMs + pauseMs, atMs);
    waited += Math.max(0, endMs - Math.max(atMs, until));
    until = Math.max(until, endMs);
  }
  return waited;
}
