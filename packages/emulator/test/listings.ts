import type { Operation, Pagination } from "@agent-chats/schema";
import type { EmulatorDials } from "../src/dials/emulator-dials.ts";
import type { ListDials } from "../src/dials/list-dials.ts";
import type { Emulator } from "../src/emulator.ts";
import { at } from "../src/pointer.ts";
import { vendors } from "../src/vendors.ts";
import { send } from "./testing.ts";

/** An item of any listing. */
export interface Item {
  readonly id: string;
  readonly created: string;
  readonly updated: string;
  /** As it was sent. */
  readonly raw: unknown;
}

/** An operation that lists, for tests that hold for all of them. */
export interface Listing {
  readonly name: string;
  readonly pagination: Pagination;
  readonly setDials: (emulator: Emulator, dials: ListDials) => void;
  /** One answer. `position` is the vendor's own: items or pages. */
  read(emulator: Emulator, query?: { position?: number; size?: number; more?: string }): Promise<Item[]>;
  /** What the state holds, in the vendor's order. */
  all(emulator: Emulator): Item[];
}

type ListingOf<V extends keyof EmulatorDials> = keyof EmulatorDials[V];

function createListing<V extends keyof EmulatorDials>(
  vendor: V,
  operation: ListingOf<V>,
  path: (emulator: Emulator) => string,
  all: (emulator: Emulator) => readonly unknown[],
): Listing {
  const operations: Readonly<Record<PropertyKey, Operation>> = vendors[vendor].vendor.operations;
  const pagination = operations[operation]?.pagination as Pagination;
  const toItem = (raw: unknown): Item => ({
    id: String(at(raw, pagination.id)),
    created: String(at(raw, pagination.createdAt ?? "")),
    updated: String(at(raw, pagination.updatedAt ?? "")),
    raw,
  });
  return {
    name: `${vendor}.${String(operation)}`,
    pagination,
    setDials: (emulator, dials) => {
      emulator.dials[vendor][operation] = dials as EmulatorDials[V][ListingOf<V>];
    },
    async read(emulator, { position = pagination.first, size = 100, more = "" } = {}) {
      const url = path(emulator);
      const query = `${pagination.position}=${position}&${pagination.size}=${size}${more && `&${more}`}`;
      const response = await send(emulator, `${url}${url.includes("?") ? "&" : "?"}${query}`);
      if (response.status !== 200) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
      return (at(await response.json(), pagination.items) as unknown[]).map(toItem);
    },
    all: (emulator) => all(emulator).map(toItem),
  };
}

const agentOf = (emulator: Emulator) => emulator.state.cotool.agents[0]?.agentId ?? "";
/** A chat that has several messages to begin with; found once, because it may lose some. */
const chatOf = (emulator: Emulator) => {
  const { chats, messagesOf } = emulator.state.cargo;
  const found = known.get(emulator) ?? chats.find(({ uuid }) => (messagesOf(uuid)?.length ?? 0) >= 6)?.uuid ?? "";
  known.set(emulator, found);
  return found;
};
const known = new WeakMap<Emulator, string>();

/** Every operation that lists. */
export const listings: readonly Listing[] = [
  createListing(
    "cargo",
    "listChats",
    () => "/cargo/ai/chats/list",
    ({ state }) => state.cargo.chats,
  ),
  createListing(
    "cargo",
    "listMessages",
    (emulator) => `/cargo/ai/messages/list?chatUuid=${chatOf(emulator)}`,
    (emulator) => emulator.state.cargo.messagesOf(chatOf(emulator)) ?? [],
  ),
  createListing(
    "cotool",
    "listAgentChats",
    (emulator) => `/cotool/api/agents/${agentOf(emulator)}/chats`,
    (emulator) => emulator.state.cotool.chatsOf(agentOf(emulator)) ?? [],
  ),
  createListing(
    "invent",
    "listOrgChats",
    () => "/invent/orgs/c/chats",
    ({ state }) => state.invent.chats,
  ),
];
