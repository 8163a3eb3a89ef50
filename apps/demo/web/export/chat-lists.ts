import type { Call, ClientOptions, Listing } from "@agent-chats/client";
import { createCargo } from "@agent-chats/client/cargo";
import { createCotool } from "@agent-chats/client/cotool";
import { createInvent } from "@agent-chats/client/invent";
import type { Operation, Pagination, Vendor, VendorId } from "@agent-chats/schema";
import { vendor as cargo } from "@agent-chats/schema/cargo";
import { vendor as cotool } from "@agent-chats/schema/cotool";
import { vendor as invent } from "@agent-chats/schema/invent";
import { type FilterValues, textOf } from "../model/filters.ts";
import { toFilters as toCargoFilters } from "../vendors/cargo/filters.ts";
import { toFilters as toInventFilters } from "../vendors/invent/filters.ts";

/** An operation that lists. */
export type ListingOperation = Operation & { readonly pagination: Pagination };

/** A vendor's list of chats, opened with a client of its own. */
interface OpenList {
  readonly listing: Listing<unknown>;
  /** Single calls of the same client. */
  readonly call: Call;
}

/** How the chats of a vendor are listed, for whoever brings a client's options of their own. */
export interface ChatList {
  readonly vendor: Vendor & { readonly id: VendorId };
  readonly operation: ListingOperation;
  /** Name of the function that makes the client. */
  readonly factory: string;
  /** The filters as the client takes them, without those that are not in use: the same that the page's list has. */
  filtersOf(values: FilterValues): Readonly<Record<string, unknown>>;
  open(options: ClientOptions, values: FilterValues): OpenList;
}

/** The lists of all vendors. */
export const chatLists: { readonly [V in VendorId]: ChatList } = {
  cargo: {
    vendor: cargo,
    operation: cargo.operations.listChats,
    factory: "createCargo",
    filtersOf: (values) => inUse(toCargoFilters(values)),
    open(options, values) {
      const { chats, api } = createCargo(options);
      return { listing: chats.list(toCargoFilters(values)), call: api.call };
    },
  },
  cotool: {
    vendor: cotool,
    operation: cotool.operations.listAgentChats,
    factory: "createCotool",
    filtersOf: toCotoolFilters,
    open(options, values) {
      const { chats, api } = createCotool(options);
      return { listing: chats.list(toCotoolFilters(values)), call: api.call };
    },
  },
  invent: {
    vendor: invent,
    operation: invent.operations.listOrgChats,
    factory: "createInvent",
    filtersOf: (values) => inUse(toInventFilters(values)),
    open(options, values) {
      const { chats, api } = createInvent(options);
      return { listing: chats.list(toInventFilters(values)), call: api.call };
    },
  },
};

function toCotoolFilters(values: FilterValues) {
  return { agentId: textOf(values, "agentId") ?? "" };
}

function inUse(filters: object): Record<string, unknown> {
  const isUsed = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => isUsed(value)));
}
