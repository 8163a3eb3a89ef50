/** A request as the parts of the server see it. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  /** Media type of the body, where there is one. */
  readonly contentType: string | undefined;
  /** Reads the body. Throws a `Refusal` where it is too large. */
  readBody(): Promise<string>;
  /** Why the request may not change anything at this server itself; undefined where it may. */
  readonly foreignWrite: string | undefined;
  /** Aborts when the browser has gone. */
  readonly signal: AbortSignal;
}

/** What goes back to the browser, without the headers that every answer carries. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** An answer of this server's own, thrown where a request may not pass. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** A JSON answer that no cache keeps. */
export function toJsonAnswer(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  const own = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
  return { status, headers: { ...own, ...headers }, body: JSON.stringify(value) };
}
