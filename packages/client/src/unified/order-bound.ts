import type { Receipt } from "../receipt.ts";

/** The time by which a feed is ordered. */
export type FeedTime = "created" | "updated";

/** Times of a chat in milliseconds since 1970; `NaN` where it has none. */
export type Times = { readonly [Time in FeedTime]: number };

/** Chats that have to show an order before it is believed: a few can be in one by chance. */
const leastEvidence = 12;

/**
 * The time of a chat beyond which the order of its list says that nothing newer follows; `undefined` where the order says
 * nothing of the kind, `"unknown"` where too little was read to know.
 *
 * A list by update bounds creation too: nothing is updated before it is created. One by creation does not bound updates.
 */
export function boundingTime(by: FeedTime, receipt: Receipt, read: number): FeedTime | undefined | "unknown" {
  if (read < leastEvidence) return "unknown";
  // Windows are delivered by creation, the newest first, whatever the vendor's order.
  if (receipt.walk === "windows") return by === "created" ? "created" : undefined;
  const { order } = receipt;
  const isNewestFirst = (order?.direction === "descending") === (receipt.walk === "forward");
  if (!order || !isNewestFirst) return undefined;
  return order.by === by || by === "created" ? order.by : undefined;
}
