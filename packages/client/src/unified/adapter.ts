import type { Listing } from "../pagination/listing.ts";

/** What a chat is at the moment, in words that all vendors share. */
export type UnifiedState =
  /** Waits for somebody in the support inbox. */
  | "open"
  /** Put off in the support inbox. */
  | "snoozed"
  /** Settled in the support inbox. */
  | "closed"
  /** An answer is queued, being written or being stopped. */
  | "running"
  /** The last answer is there, or nothing is being written. */
  | "done"
  /** The last answer failed. */
  | "failed"
  /** The last answer was stopped. */
  | "cancelled";

/**
 * How a value of the vendor's becomes one of the envelope's. What does not fit is left out, never mended.
 * `text`: a string, or a number as text. `instant`: a day (midnight UTC) or a time (UTC where it has no offset), as ISO
 * 8601 in UTC. `number`: a finite number. `amount`: a finite number, with the unit beside it. `address`: a string that
 * is a web address; one of another scheme, such as `javascript:`, is left out.
 */
export type Conversion = "text" | "instant" | "number" | "amount" | "address";

/** Where a field of the envelope comes from. */
export interface FieldMapping {
  /** JSON Pointers (RFC 6901) into the vendor's chat. The first that leads to a value that fits counts. */
  readonly at: readonly string[];
  readonly as: Conversion;
  /** The unit of an amount. */
  readonly unit?: string;
  /** What one should know of it. */
  readonly note?: string;
}

/** Fields of the envelope that a vendor may have. Those that its mapping lacks are absent in every one of its chats. */
export type MappedField =
  | "id"
  | "title"
  | "agent"
  | "createdAt"
  | "updatedAt"
  | "cost"
  | "score"
  | "unread"
  | "channel"
  | "link"
  | "trigger";

/** One way in which a vendor says what a chat is: at most one state comes from it. */
export interface StateAxis<Parameter extends string = string> {
  /** What it speaks of, in words. */
  readonly of: string;
  /** Where the vendor's own word stands, if it has words. */
  readonly native?: string;
  /** The first rule that holds decides. Without `is`, any text that is not empty fits. */
  readonly rules: readonly {
    readonly at: string;
    readonly is?: string | boolean;
    readonly state: UnifiedState;
  }[];
  /** The parameter that takes the words of these rules: one of them, or many. */
  readonly send?: { readonly parameter: Parameter; readonly takes: "one" | "many" };
}

/** A filter that a vendor takes as one value. */
export interface SendOne<Parameter extends string = string> {
  readonly takes: "one";
  readonly parameter: Parameter;
  /** The values that the vendor takes; others are not sent. */
  readonly only?: readonly string[];
  /** What a value must look like for the vendor to take it, as a regular expression. */
  readonly pattern?: string;
  /** Most characters that the vendor takes. */
  readonly mostCharacters?: number;
  /** What is not documented, or what it finds beyond what it is asked for. */
  readonly note?: string;
}

/** A range of time that a vendor takes as two parameters. A millisecond more is asked for: bounds may be exclusive. */
export interface SendRange<Parameter extends string = string> {
  readonly takes: "range";
  readonly after: Parameter;
  readonly before: Parameter;
  readonly note?: string;
}

/** A filter that a vendor takes only where it is `true`. */
export interface SendFlag<Parameter extends string = string> {
  readonly takes: "true";
  readonly parameter: Parameter;
  readonly value: string;
  readonly note?: string;
}

/** A filter by which the lists to ask for are chosen. */
export interface SendSources<Parameter extends string = string> {
  readonly takes: "lists";
  readonly parameter: Parameter;
  readonly note?: string;
}

/** Filters that a vendor can be sent; states are sent by their axes. */
export interface Sends<Parameter extends string = string> {
  readonly agent?: SendOne<Parameter> | SendSources<Parameter>;
  readonly text?: SendOne<Parameter>;
  readonly channel?: SendOne<Parameter>;
  readonly trigger?: SendOne<Parameter>;
  readonly created?: SendRange<Parameter>;
  readonly unread?: SendFlag<Parameter>;
}

/** A list that chats come from, such as that of one agent. */
export interface SourceList<Raw> {
  /** Tells the lists of one vendor apart; empty where there is but one. */
  readonly name: string;
  /** The agent whose chats these are, where the list is that of one. */
  readonly agent?: string;
  list(query: Readonly<Record<string, unknown>>): Listing<Raw>;
}

/** Everything that the unified client knows of a vendor. But for `lists` it is plain data. */
export interface Adapter<Connection, Raw, Parameter extends string = string> {
  /** The name that people know. */
  readonly title: string;
  readonly mapping: Readonly<Partial<Record<MappedField, FieldMapping>> & Record<"id" | "createdAt", FieldMapping>>;
  readonly states: readonly StateAxis<Parameter>[];
  readonly sends: Sends<Parameter>;
  /** The lists that a connection leads to. */
  lists(connection: Connection): readonly SourceList<Raw>[];
}
