import type { Operation, Vendor } from "@agent-chats/schema";
import type { Receipt } from "./receipt.ts";

/** Marks our errors whichever copy of the package made them, and across realms, where `instanceof` fails. */
const brand = Symbol.for("@agent-chats/client/error");

/** What went wrong, as a closed list. It tells the classes apart and narrows their fields. */
export type ErrorKind = "http" | "connection" | "unexpected-response" | "invalid-request" | "pagination" | "cursor";

/** What every error knows of the call that failed. */
export interface ErrorContext {
  /** Vendor that was asked, such as `cargo`. */
  readonly vendor: string;
  /** Operation that was called, such as `listChats`. */
  readonly operation?: string | undefined;
  readonly cause?: unknown;
}

/**
 * Base of every error that this package throws. An abort is the exception: the caller gets the signal's own reason.
 *
 * Message, fields and JSON hold no token, no query values and nothing of a response's body. `cause` is what the platform
 * threw.
 */
export abstract class AgentChatsError extends Error {
  abstract override readonly name: string;
  abstract readonly kind: ErrorKind;
  readonly vendor: string;
  readonly operation: string | undefined;
  /** Whether the same call may succeed later without a change. */
  readonly retryable: boolean;
  /** Where the walk stood, for an error in a walk: resumes it, here or in another process. */
  declare readonly cursor?: string | undefined;

  constructor(message: string, context: ErrorContext, retryable = false) {
    super(message, context.cause === undefined ? undefined : { cause: context.cause });
    this.vendor = context.vendor;
    this.operation = context.operation;
    this.retryable = retryable;
    Object.defineProperty(this, brand, { value: true });
  }

  /** The fields that are safe to log. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/** The vendor answered with a status outside 200 to 299. */
export class HttpError extends AgentChatsError {
  override readonly name = "HttpError";
  override readonly kind = "http";
  readonly status: number;
  /** The vendor's own identifier of the request, when it sent one. */
  readonly requestId: string | undefined;
  /** Milliseconds to wait that the vendor asked for in `Retry-After`, when it did. */
  readonly retryAfterMs: number | undefined;
  /** The body: parsed where it is JSON, text otherwise, `undefined` where it is empty. Not printed: it may hold anything. */
  declare readonly body: unknown;

  constructor(message: string, context: ErrorContext, response: Response, body: unknown) {
    super(message, context, retryableStatuses.has(response.status));
    this.status = response.status;
    this.requestId = response.headers.get("x-request-id") ?? undefined;
    this.retryAfterMs = retryAfterMs(response.headers.get("retry-after"));
    Object.defineProperty(this, "body", { value: body, enumerable: false });
  }
}

/** No answer arrived: the name could not be resolved, the connection was refused, reset or cut. */
export class ConnectionError extends AgentChatsError {
  override readonly name = "ConnectionError";
  override readonly kind = "connection";

  constructor(message: string, context: ErrorContext) {
    super(message, context, true);
  }
}

/** The vendor answered 2xx with something that the operation never answers: no JSON, cut JSON, another shape. */
export class UnexpectedResponseError extends AgentChatsError {
  override readonly name = "UnexpectedResponseError";
  override readonly kind = "unexpected-response";
  readonly status: number;
  /** Media type that the answer claimed to be. */
  readonly contentType: string | undefined;

  constructor(message: string, context: ErrorContext, response: Response) {
    super(message, context, true);
    this.status = response.status;
    this.contentType = response.headers.get("content-type") ?? undefined;
  }
}

/** The call cannot be put on the wire as it is; nothing was sent. */
export class InvalidRequestError extends AgentChatsError {
  override readonly name = "InvalidRequestError";
  override readonly kind = "invalid-request";
  /** Name of the parameter or option that is wrong. */
  readonly parameter: string;

  constructor(message: string, context: ErrorContext, parameter: string) {
    super(message, context);
    this.parameter = parameter;
  }
}

/** The vendor's pages contradict each other: it repeats a page, or answers nothing where it says there is more. */
export class PaginationError extends AgentChatsError {
  override readonly name = "PaginationError";
  override readonly kind = "pagination";
  override readonly cursor: string;
  /** What the walk had done so far. */
  readonly receipt: Receipt;

  constructor(message: string, context: ErrorContext, cursor: string, receipt: Receipt) {
    super(message, context, true);
    this.cursor = cursor;
    this.receipt = receipt;
  }
}

/** A cursor that is not one, or that belongs to another listing. */
export class CursorError extends AgentChatsError {
  override readonly name = "CursorError";
  override readonly kind = "cursor";
}

/** Any error of this package, narrowed by `kind`. */
export type AnyAgentChatsError =
  | HttpError
  | ConnectionError
  | UnexpectedResponseError
  | InvalidRequestError
  | PaginationError
  | CursorError;

/** Whether a value is an error of this package, made by this copy of it or by another. */
export function isAgentChatsError(value: unknown): value is AnyAgentChatsError {
  return typeof value === "object" && value !== null && brand in value;
}

/** Where a call goes, for errors and messages. */
export interface CallTarget {
  readonly vendor: Vendor;
  readonly operation: Operation;
}

/** The context of an error about a call. */
export function toContext({ vendor, operation }: CallTarget, cause?: unknown): ErrorContext {
  return { vendor: vendor.id, operation: operation.id, cause };
}

/** The error of a call that cannot be made; `problem` says what is wrong with the parameter or option, and what is right. */
export function invalidRequest(target: CallTarget, parameter: string, problem: string): InvalidRequestError {
  const call = `${target.vendor.title} ${target.operation.id}`;
  return new InvalidRequestError(`${call}: ${parameter} ${problem}. Nothing was sent.`, toContext(target), parameter);
}

/** The error of a listing whose pages contradict each other; `problem` completes the sentence "the listing …". */
export function paginationError(
  target: CallTarget,
  problem: string,
  cursor: string,
  receipt: Receipt,
): PaginationError {
  const message = `${target.vendor.title} ${target.operation.id} ${problem}.`;
  return new PaginationError(message, toContext(target), cursor, receipt);
}

/** The same error, with the place where the walk stood. */
export function withCursor<Error extends AgentChatsError>(error: Error, cursor: string): Error {
  return Object.assign(error, { cursor });
}

const retryableStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** RFC 9110: seconds, or a date. Anything else, or a date gone by, says nothing. */
function retryAfterMs(value: string | null): number | undefined {
  if (value === null || value.trim() === "") return undefined;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return ms >= 0 && Number.isSafeInteger(ms) ? ms : undefined;
}
