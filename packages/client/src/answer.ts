import { type CallTarget, HttpError, toContext, UnexpectedResponseError } from "./errors.ts";

/** The error of an answer outside 2xx. The body decides nothing: an empty one is as much an error as any. */
export function toHttpError(target: CallTarget, response: Response, body: unknown): HttpError {
  const { vendor, operation } = target;
  const said = `${vendor.title} answered ${response.status} to ${operation.id}`;
  const hint = advice(response.status, vendor.tokenVariable);
  return new HttpError(
    `${said}${hint ? `: ${hint}` : ""}.`,
    toContext(target),
    response,
    body === "" ? undefined : body,
  );
}

/** What to do about a status, where it says enough. */
function advice(status: number, tokenVariable: string): string | undefined {
  if (status === 401) return `the token is missing or wrong; by convention it stands in ${tokenVariable}`;
  if (status === 403) return "the token may not do this";
  if (status === 404) return "there is no such thing, or this token may not see it";
  if (status === 429) return "too many requests; wait before the next one";
  return status >= 500 ? "the vendor failed; the same call may succeed later" : undefined;
}

/**
 * The value of a 2xx answer. Throws an `UnexpectedResponseError` unless it is JSON with the documented type at its top:
 * a login page, a cut body or an error in a 200 must not look like an empty list.
 */
export function decodeAnswer(target: CallTarget, response: Response, text: string | undefined): unknown {
  if (!text) throw unexpected(target, response, "with an empty body");
  const value = parse(target, response, text);
  const type = typeOf(value);
  if (type !== target.operation.answer) throw unexpected(target, response, `with a JSON ${type}`);
  for (const [member, expected] of Object.entries(target.operation.answerMembers)) {
    const actual = typeOf((value as Record<string, unknown>)[member]);
    if (actual !== expected) throw unexpected(target, response, `without a JSON ${expected} as ${member}`);
  }
  return value;
}

/** The parser's own error is not kept as a cause: it quotes the body, which may hold anything. */
function parse(target: CallTarget, response: Response, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unexpected(target, response, `with ${describeText(response, text)}`);
  }
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
}

/** An answer that is not what the operation answers. `problem` completes the sentence "it answered 200 …". */
export function unexpected(target: CallTarget, response: Response, problem: string): UnexpectedResponseError {
  const { vendor, operation } = target;
  return new UnexpectedResponseError(
    `${vendor.title} answered ${response.status} to ${operation.id} ${problem}; the spec says a JSON ${operation.answer}.`,
    toContext(target),
    response,
  );
}

function describeText(response: Response, text: string): string {
  if (/^\s*</.test(text)) return "a page of HTML or XML";
  return response.headers.get("content-type")?.includes("json") ? "JSON that is broken or cut" : "text that is no JSON";
}
