/** Why a walk stopped; `undefined` while it goes on. */
export type StopReason =
  /** The last item that the vendor's total counts was reached. */
  | "total"
  /** The vendor had nothing more, and gave no total. */
  | "empty"
  /** Every range of creation time was read. */
  | "range"
  /** A list that grows at its end gave nothing any more that existed when the walk began. */
  | "grown"
  /** All was read, but rows move to the head faster than it can be read again. */
  | "restless"
  /** `maxItems` were delivered. */
  | "maxItems"
  /** `maxPages` were read. */
  | "maxPages"
  /** The consumer left. */
  | "return";

/** What a walk did. */
export interface Receipt {
  /** How the list was walked: as the vendor orders it, from its end, or by windows of creation time. */
  readonly walk: "forward" | "backward" | "windows";
  /** Requests that were made: those whose answers the walk looked at, that failed, or that were read ahead in vain. Without retries. */
  readonly requests: number;
  /** Answers that the walk looked at. */
  readonly pages: number;
  /** Items delivered. */
  readonly items: number;
  /** Items that arrived and were not delivered, as they had been before; most are those by which the requests overlap. */
  readonly duplicates: number;
  /** Times that rows had gone before the place of the walk, so that it stepped back. */
  readonly gapsRepaired: number;
  /** Times that the head was walked again for rows that had moved there. */
  readonly headWalks: number;
  /** Requests that were sent again after a failure, within their call. */
  readonly retries: number;
  /** Calls that failed for good, and were made again by the next `next()`. */
  readonly failures: number;
  /** Bytes of the answers' bodies, decompressed. */
  readonly bytes: number;
  /** Milliseconds since the walk was made, up to its end. */
  readonly elapsedMs: number;
  /** The order that the list showed, by the times of its items; `undefined` where it showed none. */
  readonly order: { readonly by: "created" | "updated"; readonly direction: "ascending" | "descending" } | undefined;
  readonly stopReason: StopReason | undefined;
  /**
   * Whether everything was delivered that existed from the first request to the last. `false` where something was left
   * out, and while the walk goes on. `"unknown"` where the list can have hidden a row: docs/walk.md says when.
   * Of a walk that resumes another it speaks for what stands behind the cursor.
   */
  readonly complete: boolean | "unknown";
}
