/** Sends a request; what the client takes as its `fetch`. */
export type Fetch = (request: Request) => Promise<Response>;

/** Who answers: Prism's mock, Prism in front of an upstream, the emulator itself. */
export type ServerKind = "mock" | "proxy" | "emulator";

/** A request as it left, and its answer. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly status: number;
  readonly answerHeaders: Headers;
  /** Text of the answer; `undefined` where it did not arrive whole. */
  readonly answer: string | undefined;
}

/** A fault that Prism finds in a request or in its own answer; its `sl-violations` header holds a list of them. */
export interface Violation {
  readonly location: readonly string[];
  readonly code: string | number;
  readonly message: string;
}

/** The global `fetch`, or another, with a record of every exchange. Wrap others around this one: it sees what really leaves. */
export function recordInto(exchanges: Exchange[], send: Fetch = fetch): Fetch {
  return async (request) => {
    const { method, url } = request;
    const headers = Object.fromEntries(request.headers);
    const body = request.body ? await request.clone().text() : undefined;
    const response = await send(request);
    const { status, headers: answerHeaders } = response;
    // A body that stalls ends with the request's signal, and one that breaks off is for the caller to meet.
    const answer = await response
      .clone()
      .text()
      .catch(() => undefined);
    exchanges.push({ method, url, headers, body, status, answerHeaders, answer });
    return response;
  };
}

/** What Prism found wrong in an exchange. */
export function violationsOf(exchange: Pick<Exchange, "answerHeaders">): Violation[] {
  return JSON.parse(exchange.answerHeaders.get("sl-violations") ?? "[]");
}
