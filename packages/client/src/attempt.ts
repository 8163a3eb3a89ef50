import { describeTries, secretsOf, toHttpError, unexpected } from "./answer.ts";
import { BodyNotText, BodyTooLarge, type ReadBody, readBody, readSome } from "./body.ts";
import { codeOf, toCause, toSafeText } from "./cause.ts";
import { type CallTarget, ConnectionError, isAgentChatsError, refused, toContext, toWords } from "./errors.ts";

/** Sends a request and gives its response, whatever the status. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

/** What is to be sent. Unlike a `Request` it can be sent more than once, and costs nothing until it is. */
export interface Draft {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** `undefined` for none. */
  readonly body?: string | undefined;
}

/** What an attempt needs to know. */
export interface AttemptOptions {
  readonly target: CallTarget;
  readonly send: Send;
  /** Milliseconds that the attempt has. */
  readonly attemptMs: number;
  /** Most bytes of a body. */
  readonly maxBodyBytes: number;
  /** Number of this attempt, from 1. */
  readonly attempts: number;
  /** What must not be told, whether the platform's errors repeat it or the answer does. */
  readonly secrets: () => readonly string[];
  /** Hears of the answer, whatever its status. */
  readonly onResponse?: ((response: Response, bytes: number) => void) | undefined;
}

/** A 2xx answer, its body read. */
export interface Received extends ReadBody {
  readonly response: Response;
}

/** Redirects that are followed one after the other. */
const mostRedirects = 5;
/** Bytes of an error's body that are read. */
const mostErrorBytes = 65_536;
/** Milliseconds that are waited for an error's body, and at most half of what the attempt has. The status says enough. */
const mostErrorMs = 2_000;

/**
 * Sends a request once, follows redirects within its origin, and reads the body. Throws an `AgentChatsError` for anything
 * but a 2xx answer that could be read.
 */
export async function attempt(draft: Draft, options: AttemptOptions, signal: AbortSignal): Promise<Received> {
  const { target, attempts, maxBodyBytes, attemptMs } = options;
  let status: number | undefined;
  // Of an answer that comes when nobody waits for it any more, nobody is to hear.
  const note = (response: Response, bytes: number) => signal.aborted || options.onResponse?.(response, bytes);
  try {
    const [response, hint] = await follow(draft, options, signal);
    ({ status } = response);
    if (!response.ok) {
      const timeMs = Math.min(mostErrorMs, attemptMs / 2);
      const { text, bytes } = await readSome(response, Math.min(maxBodyBytes, mostErrorBytes), timeMs, signal);
      note(response, bytes);
      throw toHttpError(target, response, text, attempts, hint);
    }
    const body = await readStrictly(response, options, signal);
    note(response, body.bytes);
    return { response, ...body };
  } catch (error) {
    throw isAgentChatsError(error) ? error : toConnectionError(error, options, status);
  }
}

async function readStrictly(response: Response, options: AttemptOptions, signal: AbortSignal): Promise<ReadBody> {
  const { target, attempts, maxBodyBytes } = options;
  try {
    return await readBody(response, maxBodyBytes, signal);
  } catch (error) {
    if (error instanceof BodyTooLarge)
      throw unexpected(target, response, `with more than ${maxBodyBytes} bytes`, attempts);
    if (error instanceof BodyNotText) throw unexpected(target, response, "with bytes that are not UTF-8", attempts);
    throw error;
  }
}

/** Sends, and follows redirects for as long as they lead nowhere else. The hint says why the last one was not followed. */
async function follow(
  draft: Draft,
  options: AttemptOptions,
  signal: AbortSignal,
): Promise<[response: Response, hint?: string]> {
  const { send, secrets } = options;
  const { method, headers, body } = draft;
  let { url } = draft;
  for (let redirects = 0; ; redirects++) {
    const init = { method, headers, signal, redirect: "manual" as const, ...(body !== undefined && { body }) };
    const response = await send(url, init);
    if (typeof response?.status !== "number") {
      throw refused(options.target.vendor, "fetch", "the function given as fetch gave no Response", options);
    }
    if (response.type === "error") throw new Error("The response is a network error.");
    secretsOf.set(response, secrets);
    const place = toRedirect(response, url);
    if (place === undefined) return [response];
    const obstacle = toObstacle(place, url, method, response.status) ?? (redirects >= mostRedirects && tooMany);
    if (obstacle) return [response, toSafeText(obstacle, secrets())];
    drop(response);
    url = place.href;
  }
}

const tooMany = `it redirects more than ${mostRedirects} times`;

/** Lets go of the connection of a response that is not read. */
function drop({ body }: Response): void {
  body?.cancel().catch(() => {});
}

/** Where a response redirects to; `undefined` where it does not. */
function toRedirect({ status, type, headers }: Response, from: string): URL | undefined {
  // A browser shows that there is a redirect, and not where to.
  if (type === "opaqueredirect") return new URL("about:blank");
  const location = headers.get("location");
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return undefined;
  return URL.canParse(location, from) ? new URL(location, from) : new URL("about:blank");
}

/** Why a redirect is not followed; `undefined` where it is. */
function toObstacle(place: URL, from: string, method: string, status: number): string | undefined {
  if (place.protocol === "about:")
    return "it redirects to a place that it does not tell; set baseUrl to where the API is";
  if (place.origin !== new URL(from).origin) {
    return `it redirects to another origin, ${place.origin}, where the token must not go; set baseUrl if the API has moved`;
  }
  const isKept = method === "GET" || status === 307 || status === 308;
  return isKept ? undefined : `it redirects a ${method} in a way that would make it a GET`;
}

function toConnectionError(error: unknown, options: AttemptOptions, status: number | undefined): ConnectionError {
  const { target, attempts, secrets } = options;
  const code = codeOf(error);
  const what =
    status === undefined
      ? `${target.vendor.title} could not be reached to ${toWords(target.operation)}`
      : `${target.vendor.title} answered ${status} to ${toWords(target.operation)}, and the answer broke off`;
  const context = { attempts, retryable: target.operation.method === "GET", cause: toCause(error, secrets()) };
  return new ConnectionError(
    `${what}${code ? ` (${code})` : ""}.${describeTries(attempts)}`,
    toContext(target, context),
    code,
    status,
  );
}
