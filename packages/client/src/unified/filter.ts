import type { VendorId } from "@agent-chats/schema";
import type { MappedField, UnifiedState } from "./adapter.ts";
import type { Adapters } from "./adapters.ts";

/** An instant: a `Date`, or text in ISO 8601. */
export type Instant = Date | string;

/** From an instant on, and up to another that does not belong to it. Either may be missing. */
export interface TimeRange {
  readonly from?: Instant | undefined;
  readonly before?: Instant | undefined;
}

/** From a number up to another, both included. Either may be missing. */
export interface NumberRange {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Every filter there is. A chat has to satisfy all that are given; one that lacks the field satisfies none on it. */
export interface Filters {
  /** Identifiers of agents: one of them. */
  readonly agent?: readonly string[] | undefined;
  /** States: one of them. A chat that has two satisfies either. */
  readonly state?: readonly UnifiedState[] | undefined;
  /** Text in the title, whatever the case of the letters. */
  readonly text?: string | undefined;
  readonly created?: TimeRange | undefined;
  readonly updated?: TimeRange | undefined;
  /** Channels in the vendor's words: one of them. */
  readonly channel?: readonly string[] | undefined;
  /** Triggers in the vendor's words: one of them. */
  readonly trigger?: readonly string[] | undefined;
  /** Whether there are messages that the organisation has not seen. */
  readonly unread?: boolean | undefined;
  /** Cost in the vendor's unit. */
  readonly cost?: NumberRange | undefined;
  /** Score on the vendor's scale. */
  readonly score?: NumberRange | undefined;
}

/** Name of a filter, such as `state`. */
export type FilterName = keyof Filters;

/** What a filter is about, and how it compares. */
export const filterKinds = {
  agent: { field: "agent", kind: "values" },
  state: { field: "state", kind: "values" },
  text: { field: "title", kind: "text" },
  created: { field: "createdAt", kind: "times" },
  updated: { field: "updatedAt", kind: "times" },
  channel: { field: "channel", kind: "values" },
  trigger: { field: "trigger", kind: "values" },
  unread: { field: "unread", kind: "flag" },
  cost: { field: "cost", kind: "numbers" },
  score: { field: "score", kind: "numbers" },
} as const satisfies Readonly<Record<FilterName, { field: MappedField | "state"; kind: string }>>;

export type FilterKind = (typeof filterKinds)[FilterName]["kind"];

/** What a chat must not be. One that lacks the field is none of it. Always decided here. */
export interface Exclusions {
  readonly vendor?: readonly VendorId[] | undefined;
  readonly agent?: readonly string[] | undefined;
  readonly state?: readonly UnifiedState[] | undefined;
  readonly channel?: readonly string[] | undefined;
  readonly trigger?: readonly string[] | undefined;
}

interface Choice<V extends VendorId> {
  /** Vendors to ask. Default: all that there is a client of. */
  readonly vendor?: readonly V[] | undefined;
  readonly not?: Exclusions | undefined;
}

/** A filter for all vendors, whether or not each of them can answer it. Empty lists and texts filter nothing. */
export type AnyUnifiedFilter<V extends VendorId = VendorId> = Choice<V> & Filters;

/** A filter that each of these vendors can answer: `score` is there for Cotool alone, `cost` for Cargo alone. */
export type UnifiedFilter<V extends VendorId = VendorId> = Choice<V> & Pick<Filters, AnsweredBy<V>>;

/** Filters on what each of these vendors tells. */
type AnsweredBy<V extends VendorId> = {
  [Name in FilterName]: [V] extends [VendorsThatTell<(typeof filterKinds)[Name]["field"]>] ? Name : never;
}[FilterName];

type VendorsThatTell<Field extends MappedField | "state"> = {
  [V in VendorId]: Field extends keyof Adapters[V]["mapping"] | "state" ? V : never;
}[VendorId];
