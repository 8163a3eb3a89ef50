import type { FeedReceipt } from "@agent-chats/client/unified";
import type { VendorId } from "@agent-chats/schema";
import { labelOfValue } from "../query/facets.ts";
import type { Explained } from "./explain-receipt.ts";

/** The account of a list of several vendors, and how many of its rows are on the screen. */
export interface ListAccount {
  readonly receipt: FeedReceipt;
  readonly rows: number;
}

/** What it took to read the chats of one vendor. */
export interface VendorAccount {
  readonly vendor: VendorId;
  readonly state: "all read" | "failed" | "more";
  readonly given: number;
  /** Read, and not what is asked for, or not shown yet. */
  readonly heldBack: number;
  readonly requests: number;
  readonly repeats: number;
  readonly repairs: number;
  readonly retries: number;
  readonly bytes: number;
}

/** Adds up the lists of each vendor: one may have a list for each agent. */
export function toVendorAccounts({ sources }: FeedReceipt): VendorAccount[] {
  const vendors = [...new Set(sources.map(({ vendor }) => vendor))];
  return vendors.map((vendor) => {
    const own = sources.filter((source) => source.vendor === vendor);
    const sum = (of: (source: (typeof own)[number]) => number | undefined) =>
      own.reduce((total, source) => total + (of(source) ?? 0), 0);
    const isFailed = own.some(({ status }) => status === "failed");
    const isRead = own.every(({ status, waiting }) => status === "exhausted" && waiting === 0);
    return {
      vendor,
      state: isFailed ? "failed" : isRead ? "all read" : "more",
      given: sum(({ given }) => given),
      heldBack: sum(({ dropped, waiting }) => dropped + waiting),
      requests: sum(({ walk }) => walk?.requests),
      repeats: sum(({ walk }) => walk?.duplicates),
      repairs: sum(({ walk }) => walk && walk.gapsRepaired + walk.headWalks),
      retries: sum(({ walk }) => walk?.retries),
      bytes: sum(({ walk }) => walk?.bytes),
    };
  });
}

/** Whether a list has everything, and why that can be said. */
export function explainList(receipt: FeedReceipt): Explained {
  const { complete, horizon, leftOut } = receipt;
  const titles = (vendors: readonly string[]) => vendors.map((vendor) => labelOfValue("vendor", vendor)).join(" and ");
  const failed = toVendorAccounts(receipt).flatMap(({ vendor, state }) => (state === "failed" ? [vendor] : []));
  const notAsked = leftOut.length > 0 ? ` ${titles(leftOut.map(({ vendor }) => vendor))} was not asked.` : "";
  if (failed.length > 0) {
    return { label: "Not complete", tone: "bad", why: `${titles(failed)} failed: its chats are missing.${notAsked}` };
  }
  if (complete === true) {
    return {
      label: "Complete",
      tone: "good",
      why: `Every list was read to its end, and nothing was missed.${notAsked}`,
    };
  }
  if (complete === "unknown") {
    const why = "Every list was read to its end; one of them may have hidden a row that moved meanwhile.";
    return { label: "Unknown", tone: "warning", why: why + notAsked };
  }
  const why =
    horizon.kind === "none"
      ? "Some list has not shown yet what is still to come from it."
      : "The newest are here, in their order; older ones come with Load more.";
  return { label: "Under way", tone: "progress", why: why + notAsked };
}
