/** What goes over the wire as a body. */
export type Body =
  /** The operation's own answer, in which nothing is wrong. */
  | "valid"
  | "empty"
  | { readonly text: string }
  | { readonly bytes: readonly number[] }
  /** The operation's own answer behind so many bytes of spaces, which JSON allows. */
  | { readonly spaces: number }
  /** The same, compressed: small on the wire. */
  | { readonly compressedSpaces: number };

/** How a body is sent. */
type Pace =
  /** As it should be. */
  | "whole"
  /** Half of it, then nothing more on a connection that stays open. */
  | "stall"
  /** A byte every 40 ms. */
  | "dribble"
  /** Half of it, then a proper end, though the length promises all. */
  | "cut"
  /** Half of it, then a reset of the connection. */
  | "reset"
  /** Without an end. */
  | "endless"
  /** In chunks, one of which has no number as its size. */
  | "broken chunks";

/** One answer of the server. */
export interface Answer {
  /** What happens in place of an answer. */
  readonly instead?: "silence" | "reset" | "no HTTP";
  /** Default: 200. */
  readonly status?: number;
  /**
   * Default: `content-type: application/json`. In a value `{here}` is the address of the request, `{elsewhere}` the same
   * on another origin, `{hop}` the next of addresses that are all different, and `{date +2000}` the date in 2,000 ms.
   */
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes of further headers. */
  readonly flood?: number;
  /** Default: `valid`. */
  readonly body?: Body;
  /** Default: `whole`. */
  readonly pace?: Pace;
  /** What becomes of the connection behind a whole body. Default: it is kept open for the next request. */
  readonly afterwards?: "closes soon" | "resets at the next request";
}

/** Where a case is sent. */
export type Place =
  | "server"
  /** A port on which nobody listens. */
  | "closed port"
  /** A port that takes no more connections: to connect takes for ever. */
  | "deaf port";

/** A request as the server saw it. */
export interface SeenRequest {
  readonly origin: "here" | "elsewhere";
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly at: number;
}
