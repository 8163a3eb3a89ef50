import type { Operation, Vendor } from "@agent-chats/schema";
import type { Receipt } from "./receipt.ts";

/** Marks our errors whichever copy of the package made them, and across realms, where `instanceof` fails. */
const brand = Symbol.for("@agent-chats/client/error");

/** What went wrong, as a closed list. It tells the classes apart and narrows their fields. */
export type ErrorKind =
  | "http"
  | "connection"
  | "timeout"
  | "unexpected-response"
  | "invalid-request"
  | "pagination"
  | "cursor";

/** What every error knows of the call that failed. */
export interface ErrorContext {
  /** Vendor that was asked, such as `cargo`. */
  readonly vendor: string;
  /** Operation that was called, such as `listChats`. */
  readonly operation?: string | undefined;
  /** Requests that were sent for the call. Default: 0. */
  readonly attempts?: number | undefined;
  /** Whether repeating the call is safe and may help. Default: `false`. */
  readonly retryable?: boolean | undefined;
  /** What the platform threw: a copy that is safe to print. */
  readonly cause?: Error | undefined;
}

/**
 * Base of every error that this package throws. An abort is the exception: the caller gets the signal's own reason.
 *
 * Message, fields, stack, cause and JSON hold no token, no header and parameter that was sent, and nothing of a response's
 * body. Values of less than six characters are left: they stand in any text.
 */
export abstract class AgentChatsError extends Error {
  abstract override readonly name: string;
  abstract readonly kind: ErrorKind;
  readonly vendor: string;
  readonly operation: string | undefined;
  /** Requests that were sent for the call, the last one included; 0 where nothing was sent. */
  readonly attempts: number;
  /**
   * Whether repeating the call is safe, and may succeed without a change. Not for a call that writes, unless the vendor
   * said that it did nothing (429): it may have written.
   */
  readonly retryable: boolean;
  /** Where the walk stood, for an error in a walk: resumes it, here or in another process. */
  declare readonly cursor?: string | undefined;

  constructor(message: string, { vendor, operation, attempts = 0, retryable = false, cause }: ErrorContext) {
    super(message, cause && { cause });
    this.vendor = vendor;
    this.operation = operation;
    this.attempts = attempts;
    this.retryable = retryable;
    Object.defineProperty(this, brand, {});
  }

  /** The fields that are safe to log. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/** What a response says of itself, beside its body. */
export interface ResponseFacts {
  readonly status: number;
  /** The vendor's own identifier of the request, when it sent one. */
  readonly requestId: string | undefined;
}

/** The vendor answered with a status outside 200 to 299, a redirect that is not followed included. */
export class HttpError<Status extends number = number, Body = unknown> extends AgentChatsError {
  override readonly name = "HttpError";
  override readonly kind = "http";
  readonly status: Status;
  /** The vendor's own identifier of the request, when it sent one. */
  readonly requestId: string | undefined;
  /** Milliseconds to wait that the vendor asked for in `Retry-After`, when it did. */
  readonly retryAfterMs: number | undefined;
  /**
   * The body, or its first 64 KiB: parsed where it is JSON, text otherwise, `undefined` where it is empty. Not printed: it
   * may hold anything.
   */
  declare readonly body: Body;

  constructor(
    message: string,
    context: ErrorContext,
    { status, requestId, retryAfterMs }: ResponseFacts & { readonly retryAfterMs: number | undefined },
    body: Body,
  ) {
    super(message, context);
    this.status = status as Status;
    this.requestId = requestId;
    this.retryAfterMs = retryAfterMs;
    Object.defineProperty(this, "body", { value: body, enumerable: false });
  }
}

/** No whole answer arrived: the name could not be resolved, the connection was refused, reset or cut. */
export class ConnectionError extends AgentChatsError {
  override readonly name = "ConnectionError";
  override readonly kind = "connection";
  /** The platform's code, such as `ECONNREFUSED` or `ECONNRESET`, where it gives one. */
  readonly code: string | undefined;
  /** Status of the answer that broke off; `undefined` where none had begun. */
  readonly status: number | undefined;

  constructor(message: string, context: ErrorContext, code?: string, status?: number) {
    super(message, context);
    this.code = code;
    this.status = status;
  }
}

/** No whole answer arrived in time. */
export class TimeoutError extends AgentChatsError {
  override readonly name = "TimeoutError";
  override readonly kind = "timeout";
  /** Which time was up: that of the last attempt, or that of the call with all its attempts and pauses. */
  readonly scope: "attempt" | "total";
  /** Milliseconds that were allowed. */
  readonly timeoutMs: number;

  constructor(message: string, context: ErrorContext, scope: TimeoutError["scope"], timeoutMs: number) {
    super(message, context);
    this.scope = scope;
    this.timeoutMs = timeoutMs;
  }
}

/** The vendor answered 2xx with something that the operation never answers: no JSON, cut JSON, another shape, too much. */
export class UnexpectedResponseError extends AgentChatsError {
  override readonly name = "UnexpectedResponseError";
  override readonly kind = "unexpected-response";
  readonly status: number;
  readonly requestId: string | undefined;
  /** Media type that the answer claimed to be. */
  readonly contentType: string | undefined;

  constructor(
    message: string,
    context: ErrorContext,
    { status, requestId, contentType }: ResponseFacts & { readonly contentType: string | undefined },
  ) {
    super(message, context);
    this.status = status;
    this.requestId = requestId;
    this.contentType = contentType;
  }
}

/** The call cannot be put on the wire as it is. Nothing was sent, unless `attempts` says so: a token may fail after a 401. */
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
    super(message, { ...context, retryable: true });
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
  | TimeoutError
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

/** An operation in words, such as "list agent chats". */
export function toWords({ id }: Pick<Operation, "id">): string {
  return id
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .toLowerCase();
}

/** The context of an error about a call. */
export function toContext({ vendor, operation }: CallTarget, more?: Partial<ErrorContext>): ErrorContext {
  return { vendor: vendor.id, operation: operation.id, ...more };
}

/** The error of a call that cannot be made; `problem` says what is wrong with the parameter or option, and what is right. */
export function invalidRequest(target: CallTarget, parameter: string, problem: string): InvalidRequestError {
  const call = `${target.vendor.title}, ${toWords(target.operation)}`;
  return new InvalidRequestError(`${call}: ${parameter} ${problem}. Nothing was sent.`, toContext(target), parameter);
}

/** Refuses what is no signal. It may be another realm's, or a library's own. */
export function checkSignal(target: CallTarget, signal: AbortSignal | null | undefined): void {
  if (signal === undefined || signal === null || typeof signal.throwIfAborted === "function") return;
  throw invalidRequest(target, "signal", "must be an AbortSignal");
}

/** A call, and how often its request was sent so far. */
export interface CallSoFar {
  readonly target: CallTarget;
  readonly attempts: number;
}

/** The error of a client that cannot be made, or of a call, as an option is wrong; `problem` says which, and what is right. */
export function refused(
  vendor: Vendor,
  option: string,
  problem: string,
  call?: CallSoFar,
  cause?: Error,
): InvalidRequestError {
  const context = { vendor: vendor.id, operation: call?.target.operation.id, attempts: call?.attempts, cause };
  return new InvalidRequestError(`${vendor.title}: ${problem}.`, context, option);
}

/** The error of a listing whose pages contradict each other; `problem` completes the sentence "the listing …". */
export function paginationError(
  target: CallTarget,
  problem: string,
  cursor: string,
  receipt: Receipt,
): PaginationError {
  const message = `${target.vendor.title}, ${toWords(target.operation)}: the listing ${problem}.`;
  return new PaginationError(message, toContext(target), cursor, receipt);
}

/** The same error, with the place where the walk stood. */
export function withCursor<Error extends AgentChatsError>(error: Error, cursor: string): Error {
  return Object.assign(error, { cursor });
}
