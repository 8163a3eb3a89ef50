import type { VendorId } from "@agent-chats/schema";
import type { UnifiedState } from "./adapter.ts";
import type { RawChat } from "./adapters.ts";

/** What a chat cost, in the vendor's own unit. Amounts of different units cannot be compared. */
export interface Cost {
  readonly amount: number;
  readonly unit: string;
}

/** A chat of one vendor in the envelope that all share. A field that the vendor does not tell is absent. */
export interface Envelope<V extends VendorId> {
  readonly vendor: V;
  /** The vendor's identifier; empty where an answer left it out. Unique within the vendor. */
  readonly id: string;
  /** When it was created, ISO 8601 in UTC; `null` where the vendor says nothing that can be read as a time. */
  readonly createdAt: string | null;
  readonly title?: string;
  /** Identifier of the agent or assistant that answers. */
  readonly agent?: string;
  /**
   * What the chat is at the moment, one word for each way in which the vendor tells it: an Invent chat can be `open` and
   * `failed`. Absent where the vendor says nothing, or only words that are not known.
   */
  readonly state?: readonly UnifiedState[];
  /** The vendor's own words for that, known or not. Cotool has none: there the state is read from flags. */
  readonly nativeState?: readonly string[];
  /** When it last changed, ISO 8601 in UTC. */
  readonly updatedAt?: string;
  readonly cost?: Cost;
  /** Score of the vendor's evaluation, on the vendor's scale. */
  readonly score?: number;
  /** Messages that the organisation has not seen. */
  readonly unread?: number;
  /** Kind of the channel that the customer writes through, as the vendor names it. */
  readonly channel?: string;
  /** Web address of the chat. */
  readonly link?: string;
  /** What started the chat, as the vendor names it. */
  readonly trigger?: string;
  /** The vendor's own chat, as it came in the answer: the same object, neither copied nor cut. */
  readonly raw: RawChat<V>;
}

/** A chat of any of these vendors; `vendor` tells them apart and narrows `raw`. */
export type UnifiedChat<V extends VendorId = VendorId> = { [Each in V]: Envelope<Each> }[V];
