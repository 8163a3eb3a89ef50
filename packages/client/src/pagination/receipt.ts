/** Why a walk stopped; `undefined` while it goes on. */
export type StopReason =
  /** The position reached the total that the vendor gave. */
  | "total"
  /** The vendor had nothing more at the position, and gave no total. */
  | "empty"
  /** `maxItems` were delivered. */
  | "maxItems"
  /** The consumer left. */
  | "return";

/** What a walk did. */
export interface Receipt {
  /** Requests that were answered. */
  readonly requests: number;
  /** Items delivered. */
  readonly items: number;
  /** Items that came a second time and were dropped. */
  readonly duplicates: number;
  /** Milliseconds since the walk was made. */
  readonly elapsedMs: number;
  readonly stopReason: StopReason | undefined;
  /**
   * Whether everything was delivered. `true` only where that is certain: the whole list came in one answer, which is
   * consistent in itself. `false` where something was left out, and while the walk goes on. `"unknown"` otherwise:
   * a list that changes between two requests can hide a row, and this walk cannot tell.
   */
  readonly complete: boolean | "unknown";
}

/** The counters of a running walk. */
export interface Tally {
  requests: number;
  items: number;
  duplicates: number;
  readonly startedAt: number;
  stopReason: StopReason | undefined;
  /** Whether the walk began at the first item; one that was resumed cannot vouch for what came before. */
  readonly isFromStart: boolean;
}

/** The receipt of a walk at this moment. */
export function toReceipt(tally: Tally): Receipt {
  const { requests, items, duplicates, stopReason } = tally;
  const elapsedMs = performance.now() - tally.startedAt;
  return { requests, items, duplicates, elapsedMs, stopReason, complete: isComplete(tally) };
}

function isComplete({ requests, stopReason, isFromStart }: Tally): boolean | "unknown" {
  if (stopReason === undefined || stopReason === "maxItems" || stopReason === "return") return false;
  return stopReason === "total" && requests === 1 && isFromStart ? true : "unknown";
}
