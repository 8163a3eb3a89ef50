// The public surface that all vendors share. A vendor's own is in "./cargo", "./cotool" and "./invent".
export {
  type Api,
  type ApiOptions,
  type Call,
  type CallInit,
  createApi,
  type RequestParameters,
  type Success,
} from "./api.ts";
export type { CallOptions } from "./api-types.ts";
export type { ClientOptions } from "./client-options.ts";
export type { TimeoutOptions } from "./deadline.ts";
export { type DeclaredError, isDeclaredError } from "./declared-error.ts";
export {
  AgentChatsError,
  type AnyAgentChatsError,
  ConnectionError,
  CursorError,
  type ErrorKind,
  HttpError,
  InvalidRequestError,
  isAgentChatsError,
  PaginationError,
  TimeoutError,
  UnexpectedResponseError,
} from "./errors.ts";
export type {
  AnswerEvent,
  CallAttributes,
  ClientEvent,
  DriftEvent,
  ErrorEvent,
  Observe,
  OperationAttributes,
  PageEvent,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
} from "./observe.ts";
export type { Count, Listing, Page, Walk } from "./pagination/listing.ts";
export type { PageOptions, WalkOptions } from "./pagination/options.ts";
export { type ItemOf, type PaginatedPath, paginate, type QueryFilters } from "./pagination/paginate.ts";
export type { Receipt, StopReason } from "./receipt.ts";
export { redact } from "./redact.ts";
export type { RetryOptions } from "./retry.ts";
export type { ArrayFormat } from "./serialize.ts";
export type { Token, TokenRequest } from "./token.ts";
