import { type AnyAgentChatsError, isAgentChatsError, type Listing, type WalkOptions } from "@agent-chats/client";
import { createDrift, type DriftReport } from "@agent-chats/client/drift";
import type { Take } from "./live-vendors.ts";
import type { Ready } from "./plan.ts";

/** A listing that was read, or was not. */
export interface Reading {
  readonly operation: string;
  readonly pages: number;
  readonly items: number;
  /** Why it could not be read to where it should have been. Safe to print. */
  readonly error: AnyAgentChatsError | undefined;
}

/** What was read of a vendor, and how it differs from the spec. */
export interface VendorReading {
  readonly title: string;
  readonly readings: readonly Reading[];
  readonly report: DriftReport;
}

/**
 * How much is read: a few pages of each listing, one after the other. With every retry that is 3 times 3 requests a listing
 * at most, where the only documented limit is 500 a minute (Invent, for an address).
 */
const walk = { pageSize: 50, maxPages: 3, settle: false } as const satisfies WalkOptions;
const retry = { retries: 2 };

/** Reads a vendor with a drift watch on what it answers. A call that fails is noted, and the next one made. */
export async function readVendor({ live, token, baseUrl, values }: Ready): Promise<VendorReading> {
  const drift = createDrift(live.vendor, live.jsonSchemas, { maxItems: Number.POSITIVE_INFINITY });
  const readings: Reading[] = [];
  const take: Take = async (operation, list) => {
    const { items, ...reading } = await readListing(list(walk));
    readings.push({ operation, ...reading, items: items.length });
    return items;
  };
  try {
    await live.read({ token, baseUrl, retry, observe: drift.observe }, values, take);
  } catch (error) {
    // The client itself could not be made: the token or the address is none.
    readings.push({ operation: "", pages: 0, items: 0, error: toKnown(error) });
  }
  return { title: live.vendor.title, readings, report: drift.report() };
}

async function readListing<Item>(listing: Listing<Item>) {
  const steps = listing.walk();
  const items: Item[] = [];
  let error: AnyAgentChatsError | undefined;
  try {
    for await (const item of steps) items.push(item);
  } catch (problem) {
    error = toKnown(problem);
  }
  return { pages: steps.receipt.pages, items, error };
}

/** Errors of the client are told; any other is a fault of this program. */
function toKnown(error: unknown): AnyAgentChatsError {
  if (isAgentChatsError(error)) return error;
  throw error;
}
