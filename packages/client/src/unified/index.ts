// The public surface of all vendors as one: an envelope, a filter, a feed.
export type {
  Conversion,
  FieldMapping,
  MappedField,
  SendFlag,
  SendOne,
  SendRange,
  SendSources,
  Sends,
  StateAxis,
  UnifiedState,
} from "./adapter.ts";
export { adapters, type RawChat } from "./adapters.ts";
export type { Cost, Envelope, UnifiedChat } from "./chat.ts";
export { toUnifiedChat } from "./convert.ts";
export type { CotoolAgents } from "./cotool.ts";
export { createUnified, type Unified, type UnifiedConnections } from "./create-unified.ts";
export type { Explanation } from "./explain.ts";
export type { Feed, FeedPage, FeedWalk } from "./feed.ts";
export type { FeedOptions, FeedPageOptions } from "./feed-options.ts";
export type { FeedReceipt, Horizon, SourceReceipt } from "./feed-receipt.ts";
export type {
  AnyUnifiedFilter,
  Exclusions,
  FilterName,
  Filters,
  Instant,
  NumberRange,
  TimeRange,
  UnifiedFilter,
} from "./filter.ts";
export { filterKinds } from "./filter.ts";
export type { InventOrganisation } from "./invent.ts";
export { createMatcher, matches } from "./matches.ts";
export type { FeedTime } from "./order-bound.ts";
export type { Sent } from "./plan.ts";
