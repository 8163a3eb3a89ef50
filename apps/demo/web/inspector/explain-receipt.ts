import type { Receipt } from "@agent-chats/client";
import type { Tone } from "../model/row.ts";

/** What a receipt says, for people. */
export interface Explained {
  readonly label: string;
  readonly tone: Tone;
  /** Why. */
  readonly why: string;
}

const walks: { readonly [Walk in Receipt["walk"]]: string } = {
  forward: "requests overlap, and every overlap held or was repaired before anything behind it was given",
  backward: "the list was read from its end to its head, so that what moves up is met on the way",
  windows: "every window of creation time came whole in one answer, whatever the list did meanwhile",
};

/** Whether a walk gave everything, and why that can be said. */
export function explainReceipt(receipt: Receipt): Explained {
  const { complete, stopReason, walk } = receipt;
  if (complete === true) return { label: "Complete", tone: "good", why: `Nothing was missed: ${walks[walk]}.` };
  if (stopReason === undefined) return { label: "Under way", tone: "progress", why: "The walk has not ended." };
  if (complete === false) return { label: "Not complete", tone: "warning", why: whyNot(stopReason) };
  return { label: "Unknown", tone: "warning", why: whyUnknown(receipt) };
}

function whyNot(reason: NonNullable<Receipt["stopReason"]>): string {
  if (reason === "maxItems" || reason === "maxPages") return "It was told to stop before the end.";
  if (reason === "return") return "It was left before the end.";
  return "Something was left out.";
}

function whyUnknown({ stopReason, order }: Receipt): string {
  if (stopReason === "restless") return "Rows moved to the head faster than it could be read again.";
  if (!order) return "The list shows no order by a time of its items: nobody can tell where rows go that change.";
  if (stopReason === "grown") return "The list grew at its end all the time, by a clock that may hide something.";
  return "The list may have hidden a row that moved while it was read.";
}

/** The order that a list showed. */
export function describeOrder({ order }: Receipt): string {
  if (!order) return "none shown";
  return `by ${order.by}, ${order.direction === "descending" ? "newest" : "oldest"} first`;
}
