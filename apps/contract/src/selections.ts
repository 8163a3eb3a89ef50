import type { ApiOptions, Listing, WalkOptions } from "@agent-chats/client";
import { type ChatFilters as CargoFilters, createCargo, type MessageFilters } from "@agent-chats/client/cargo";
import { type ChatFilters as CotoolFilters, createCotool } from "@agent-chats/client/cotool";
import { createInvent, type ChatFilters as InventFilters } from "@agent-chats/client/invent";

/** Filters by name. */
export type Filters = Readonly<Record<string, unknown>>;

/** Lists what satisfies every filter, by the client's own method. */
export type Select = (options: ApiOptions, filters: Filters, walk?: WalkOptions) => Listing<unknown>;

/** What to ask a listing for, so that what one answer says follows from what another said. */
export interface Selections {
  /** Filters that the operation cannot do without. */
  readonly always: Filters;
  /** Every other filter, with a value that some of the items have and some have not. */
  readonly filters: Filters;
  /** Filters that split a list between them: each item satisfies one of them. */
  readonly splits: readonly Split[];
}

/** A list, and the filters that split it. */
interface Split {
  /** Completes the sentence "filters by … split the list". */
  readonly what: string;
  readonly whole: Filters;
  readonly parts: readonly Filters[];
}

// That every filter exists is for the callers' tests to show: filters of many operations in one table have no one type.
const selects: Readonly<Record<string, Select>> = {
  listChats: (options, filters, walk) => createCargo(options).chats.list(filters as CargoFilters, walk),
  listMessages: (options, filters, walk) => createCargo(options).messages.list(filters as MessageFilters, walk),
  listAgentChats: (options, filters, walk) => createCotool(options).chats.list(filters as CotoolFilters, walk),
  listOrgChats: (options, filters, walk) => createInvent(options).chats.list(filters as InventFilters, walk),
};

/** How to list by an operation. Throws where nobody said so yet. */
export function selectOf(operation: string): Select {
  const select = selects[operation];
  if (!select) throw new Error(`How to list by ${operation} is not known: add it to src/selections.ts`);
  return select;
}

/** A split by creation time. None of the items may have been created at that very time: no vendor documents its bounds. */
export function splitByCreation(time: Date): Split {
  return { what: "creation time", whole: {}, parts: [{ createdAfter: time }, { createdBefore: time }] };
}
