import type { FeedReceipt } from "@agent-chats/client/unified";
import type { VendorId } from "@agent-chats/schema";

/** What a list of several vendors knows of itself. */
export interface Report {
  /** Vendors whose chats are missing from what was read, and why. */
  readonly failures: readonly Failure[];
  /** Vendors that cannot answer what was asked for. */
  readonly leftOut: readonly { readonly vendor: VendorId; readonly filters: readonly string[] }[];
  /** Vendors whose order says nothing of what is still to come. */
  readonly unordered: readonly VendorId[];
  /** Down to when the list is in its final order, ISO 8601; undefined where it is throughout. */
  readonly horizon: string | undefined;
  /** What reading it took; of the walk by which it is read on. */
  readonly receipt?: FeedReceipt | undefined;
}

/** A vendor that failed, whole or in some of its lists. */
export interface Failure {
  readonly vendor: VendorId;
  readonly error: unknown;
  readonly failedLists: number;
  readonly lists: number;
}
