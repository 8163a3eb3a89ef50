import type { VendorId } from "@agent-chats/schema";
import type { Receipt } from "../receipt.ts";
import type { FilterName } from "./filter.ts";

/** Down to when a feed is in its final order. */
export type Horizon =
  /** Some list has not shown yet what is still to come from it. */
  | { readonly kind: "none" }
  /** What is newer than this time, ISO 8601, has all come. */
  | { readonly kind: "at"; readonly time: string }
  /** Every list was read to its end. */
  | { readonly kind: "all" };

/** One list of a feed. */
export interface SourceReceipt {
  readonly vendor: VendorId;
  /** The agent whose list it is, where a vendor has one for each; empty otherwise. */
  readonly name: string;
  /** `exhausted` lists are never asked again. A `failed` one is asked again when the feed is asked for more than the others have. */
  readonly status: "open" | "exhausted" | "failed";
  /** Why it failed. */
  readonly error: unknown;
  /** Resumes the walk of this list alone, with the filters that were sent, behind what was read of it, given or not. */
  readonly cursor: string | undefined;
  /**
   * Whether the order that the list shows says what is still to come from it: a list by the feed's own time, newest first,
   * does, and so does one by update where the feed is by creation. No vendor documents its order. `"unknown"` until a
   * dozen chats were read.
   */
  readonly isInOrder: boolean | "unknown";
  /** Down to when everything of this list has come, as far as its order holds. */
  readonly horizon: Horizon;
  /** Chats that were read. */
  readonly read: number;
  /** Of these, those that did not satisfy the filter, and were dropped here. */
  readonly dropped: number;
  readonly given: number;
  /** Read, but not given yet. */
  readonly waiting: number;
  /** Given after an older one: changed or came in meanwhile, held up by a failure, or out of the order that was shown. */
  readonly late: number;
  /** What the walk did; `undefined` where it had ended before the feed was resumed. */
  readonly walk: Receipt | undefined;
}

/** What a feed did. */
export interface FeedReceipt {
  /** The time by which it is ordered. */
  readonly by: "created" | "updated";
  /** Chats that were given. */
  readonly items: number;
  readonly sources: readonly SourceReceipt[];
  /** Vendors that were not asked because they cannot answer these filters. */
  readonly leftOut: readonly { readonly vendor: VendorId; readonly filters: readonly FilterName[] }[];
  /** The latest of the lists' horizons, the failed ones' included. */
  readonly horizon: Horizon;
  /** Whether all was given that the vendors asked have: `true` where each walk says so, `false` until the end. */
  readonly complete: boolean | "unknown";
}

/** A bound in milliseconds since 1970 as a horizon. */
export function toHorizon(bound: number): Horizon {
  if (bound === Number.POSITIVE_INFINITY) return { kind: "none" };
  return bound === Number.NEGATIVE_INFINITY ? { kind: "all" } : { kind: "at", time: new Date(bound).toISOString() };
}
