import { toSafeText } from "./cause.ts";
import {
  type CallTarget,
  type ErrorContext,
  HttpError,
  type ResponseFacts,
  toContext,
  toWords,
  UnexpectedResponseError,
} from "./errors.ts";
import { describeWait, isRetryableStatus, readRetryAfter } from "./retry.ts";

/** The error of an answer outside 2xx. The body decides nothing: an empty one is as much an error as any. */
export function toHttpError(
  target: CallTarget,
  response: Response,
  text: string,
  attempts: number,
  hint?: string,
): HttpError {
  const { status, headers } = response;
  const said = status === 0 ? "with a redirect that the platform hides" : String(status);
  const context = toContext(target, { attempts, retryable: isRetryableStatus(target.operation.method, status) });
  const facts = { ...factsOf(response), retryAfterMs: readRetryAfter(headers) };
  const advice = hint ?? toAdvice(status, target.vendor.tokenVariable, facts.retryAfterMs);
  const message = `${toSentence(target, said)}${advice ? `: ${advice}` : ""}.${describeTries(attempts)}`;
  return new HttpError(message, context, facts, toBody(text));
}

/** What to do about a status, where it says enough. */
function toAdvice(status: number, tokenVariable: string, retryAfterMs: number | undefined): string | undefined {
  const wait = retryAfterMs ? `; it asks to wait ${describeWait(retryAfterMs)}` : "";
  if (status === 401) return `the token, by convention the one in ${tokenVariable}, is wrong or has expired`;
  if (status === 403) return "this token may not do that";
  if (status === 404) return "there is no such thing, or this token may not see it";
  if (status === 429) return `too many requests${wait || "; wait before the next one"}`;
  return status >= 500 ? `the vendor failed${wait || "; the same call may succeed later"}` : undefined;
}

function toBody(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * The value of a 2xx answer. Throws an `UnexpectedResponseError` unless it is JSON with the documented type at its top:
 * a login page, a cut body or an error in a 200 must not look like an empty list.
 */
export function decodeAnswer(
  target: CallTarget,
  response: Response,
  text: string | undefined,
  attempts: number,
): unknown {
  const refuse = (problem: string) => unexpected(target, response, problem, attempts);
  if (!text) throw refuse("with an empty body");
  const value = parse(response, text, refuse);
  const type = typeOf(value);
  if (type !== target.operation.answer) throw refuse(`with a JSON ${type}`);
  for (const [member, expected] of Object.entries(target.operation.answerMembers)) {
    const actual = typeOf((value as Record<string, unknown>)[member]);
    if (actual !== expected) throw refuse(`without a JSON ${expected} as ${member}`);
  }
  return value;
}

/** The parser's own error is not kept as a cause: it quotes the body, which may hold anything. */
function parse(response: Response, text: string, refuse: (problem: string) => UnexpectedResponseError): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse(`with ${describeText(response, text)}`);
  }
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
}

/** An answer that is not what the operation answers. `problem` completes the sentence "it answered 200 …". */
export function unexpected(
  target: CallTarget,
  response: Response,
  problem: string,
  attempts = 1,
): UnexpectedResponseError {
  const said = `${toSentence(target, `${response.status}`)} ${problem}; the spec says a JSON ${target.operation.answer}.${describeTries(attempts)}`;
  const context: ErrorContext = toContext(target, { attempts, retryable: target.operation.method === "GET" });
  const contentType = tell(response, "content-type")?.match(/^[\w.+-]+\/[\w.+-]+/)?.[0];
  return new UnexpectedResponseError(said, context, { ...factsOf(response), contentType });
}

/** How often it was tried, where it was more than once. */
export function describeTries(attempts: number): string {
  return attempts > 1 ? ` Tried ${attempts} times.` : "";
}

/** The beginning of a sentence: who answered what, to what. */
function toSentence({ vendor, operation }: CallTarget, said: string): string {
  return `${vendor.title} answered ${said} to ${toWords(operation)}`;
}

function factsOf(response: Response): ResponseFacts {
  // The vendor's name for a request, or that of the gateway before it.
  const requestId = tell(response, "x-request-id") ?? tell(response, "request-id");
  return { status: response.status, requestId: requestId?.slice(0, 200) };
}

/** What was sent for a response: its headers may repeat it, and no error may tell it. */
export const secretsOf = new WeakMap<Response, () => readonly string[]>();

/** A header as an error may tell it. */
function tell(response: Response, name: string): string | undefined {
  const value = response.headers.get(name);
  return value === null ? undefined : toSafeText(value, secretsOf.get(response)?.() ?? []);
}

function describeText(response: Response, text: string): string {
  if (/^\s*</.test(text)) return "a page of HTML or XML";
  return response.headers.get("content-type")?.includes("json") ? "JSON that is broken or cut" : "text that is no JSON";
}
