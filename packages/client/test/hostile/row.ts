import type { ErrorKind } from "../../src/errors.ts";
import type { Answer, Place } from "./behaviour.ts";

/** What must come out of a case. */
export interface Expected {
  /**
   * `items`: the value of the answer. `aborted`: the very reason of the signal. Otherwise the kind of the error, or the
   * kinds, where platforms differ.
   */
  readonly outcome: "items" | "aborted" | ErrorKind | readonly ErrorKind[];
  /** Fields of the error. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Words in the message of the error. */
  readonly says?: RegExp;
  /** Requests that the server must have seen: so many, or from so many to so many. */
  readonly requests: number | readonly [least: number, most: number];
  /** Milliseconds that it takes. The upper bound leaves room for a busy machine. */
  readonly withinMs: readonly [least: number, most: number];
}

/** Options of the client; those of the package, in data. */
export interface RowOptions {
  readonly timeout?: { readonly attemptMs?: number; readonly totalMs?: number };
  readonly retry?:
    | {
        readonly retries?: number;
        readonly minDelayMs?: number;
        readonly maxDelayMs?: number;
        readonly maxRetryAfterMs?: number;
        readonly budget?: number;
      }
    | false;
  readonly maxBodyBytes?: number;
}

/** A hostile server, and what must come out of it. */
export interface Row {
  /** Names the row in addresses. */
  readonly name: string;
  /** What the server or the caller does, as the beginning of a sentence. */
  readonly does: string;
  /** Default: `server`. */
  readonly place?: Place;
  /** What the server answers to the first request of a case, the second, and so on; the last for ever. */
  readonly answers: readonly Answer[];
  readonly options?: RowOptions;
  /**
   * The token is a string, a function, a function that gives another one the second time, or a function that never
   * answers. Default: a string.
   */
  readonly token?: "string" | "function" | "renewed" | "never";
  /** When the caller aborts, in milliseconds from the call. Default: never. */
  readonly abortAfterMs?: number;
  /** How often the operation is called, one call after the other. The outcome is that of the last. Default: once. */
  readonly calls?: number;
  /** Milliseconds between two calls. Default: 0. */
  readonly pauseMs?: number;
  /** Whether a case keeps the machine so busy that it makes others late. Default: no. */
  readonly isHeavy?: boolean;
  /** Whether each case has a port to itself, because it is about what becomes of a connection. Default: no. */
  readonly ownPort?: boolean;
  /** What must come out of a GET. */
  readonly get: Expected;
  /** What must come out of a POST. Default: the same. */
  readonly post?: Expected;
}

/** At once, on a busy machine. */
export const soon: Expected["withinMs"] = [0, 3000];

/** What every row has for options, unless it names its own: quick retries, and timeouts that no row meets by accident. */
export const usualOptions: RowOptions = {
  timeout: { attemptMs: 8000, totalMs: 12_000 },
  retry: { retries: 2, minDelayMs: 20, maxDelayMs: 40 },
};

/** The outcome of an operation that works after so many requests. */
export const items = (requests = 1, withinMs: Expected["withinMs"] = soon): Expected => ({
  outcome: "items",
  requests,
  withinMs,
});

/** The outcome of a status. */
export const http = (status: number, requests = 1, fields: object = {}): Expected => ({
  outcome: "http",
  fields: { status, ...fields },
  requests,
  withinMs: soon,
});

/** The outcome of a connection that fails. */
export const connection = (requests: number): Expected => ({ outcome: "connection", requests, withinMs: soon });

/** The outcome of a 2xx that is no answer. */
export const unexpected = (says: RegExp, status = 200): Expected => ({
  outcome: "unexpected-response",
  fields: { status },
  says,
  requests: 1,
  withinMs: soon,
});
