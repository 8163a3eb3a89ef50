/** What goes wrong with an answer. */
export type Fault = StatusFault | SlowFault | PlainFault;

/** The name of what goes wrong. */
export type FaultKind = Fault["kind"];

/** How often it goes wrong, and when. */
export interface CountedFault {
  /** How many requests it hits, a whole number from 1. Default: 1. */
  readonly times?: number | undefined;
  /** How many requests are answered well before it begins to hit. Default: 0. */
  readonly after?: number | undefined;
}

/** An error status, in the vendor's own shape. */
export interface StatusFault extends CountedFault {
  readonly kind: "status";
  /** A whole number from 400 to 599. */
  readonly status: number;
  /** The `Retry-After` header, as it is sent: seconds, an HTTP date, or nonsense. Default: no such header. */
  readonly retryAfter?: string | undefined;
  /** `vendor`: as the spec documents the error. `empty`: no body. Default: `vendor`. */
  readonly body?: "vendor" | "empty" | undefined;
}

/** The usual answer, late. */
export interface SlowFault extends CountedFault {
  readonly kind: "slow";
  /** Milliseconds that pass before the answer. */
  readonly latencyMs: number;
}

/** What needs no more to be said than its name. */
export interface PlainFault extends CountedFault {
  /**
   * - `reset`: the connection is reset before the answer. In process, the rejection that `fetch` gives for it.
   * - `hang`: nothing comes, not even the head, until the request is aborted.
   * - `cut`: the head promises the whole body, and the connection ends in the middle of it.
   * - `stall`: the head and half of the body come, and then nothing until the request is aborted.
   * - `truncated`: half of the body comes, and by its head it is whole.
   * - `html`: 200 with a login page.
   * - `empty`: 200 with an empty body.
   */
  readonly kind: "reset" | "hang" | "cut" | "stall" | "truncated" | "html" | "empty";
}
