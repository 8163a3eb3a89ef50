// The public surface that all vendors share. A vendor's own is in "./cargo", "./cotool" and "./invent".
export { type Api, type ApiOptions, type Call, createApi, type RequestParameters, type Success } from "./api.ts";
export type { CallOptions } from "./api-types.ts";
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
  UnexpectedResponseError,
} from "./errors.ts";
export type { Count, Listing, Page, Walk } from "./pagination/listing.ts";
export type { PageOptions, WalkOptions } from "./pagination/options.ts";
export { type ItemOf, type PaginatedPath, paginate, type QueryFilters } from "./pagination/paginate.ts";
export type { Receipt, StopReason } from "./receipt.ts";
export { redact } from "./redact.ts";
export type { ArrayFormat } from "./serialize.ts";
export type { ClientOptions, Token } from "./transport.ts";
