import type { VendorId } from "@agent-chats/schema";
import type { Listing } from "../pagination/listing.ts";
import type { Adapter } from "./adapter.ts";
import { cargo } from "./cargo.ts";
import { cotool } from "./cotool.ts";
import { invent } from "./invent.ts";

/**
 * Everything in which the vendors differ, as data: where the fields of the envelope come from, what a state is made of,
 * and which filter is sent as which parameter. The tables of docs/unified.md are this.
 */
export const adapters = { cargo, cotool, invent } as const satisfies Readonly<
  // biome-ignore lint/suspicious/noExplicitAny: a bound for inference, never a value
  Record<VendorId, Adapter<any, any, any>>
>;

export type Adapters = typeof adapters;

/** What `createUnified` takes for a vendor: its client, and whose chats to list where the vendor has to be told. */
export type Connection<V extends VendorId> = Parameters<Adapters[V]["lists"]>[0];

/** A chat as the vendor sends it. */
export type RawChat<V extends VendorId> =
  ReturnType<ReturnType<Adapters[V]["lists"]>[number]["list"]> extends Listing<infer Raw> ? Raw : never;

/** An adapter as the shared code sees it, which knows no vendor. */
export type AnyAdapter = Adapter<unknown, unknown>;

/** The adapter of a vendor. */
export function adapterOf(vendor: VendorId): AnyAdapter {
  return adapters[vendor] as unknown as AnyAdapter;
}
