import { vendor as cargo } from "@agent-chats/schema/cargo";
import { vendor as cotool } from "@agent-chats/schema/cotool";
import { vendor as invent } from "@agent-chats/schema/invent";
import { createCargo } from "../src/cargo/index.ts";
import { createCotool } from "../src/cotool/index.ts";
import { createInvent } from "../src/invent/index.ts";
import { createUnified } from "../src/unified/index.ts";
import { createListServer, type ListServer, newest, type Row } from "./list-server.ts";

/** Four lists of three vendors, each with a server of its own, and one feed of all. */
export interface FeedServers {
  readonly unified: ReturnType<typeof connect>;
  /** By the name that a list has in a receipt: `cargo`, `cotool a`, `cotool b`, `invent`. */
  readonly servers: Readonly<Record<ListName, ListServer>>;
}

export const listNames = ["cargo", "cotool a", "cotool b", "invent"] as const;
export type ListName = (typeof listNames)[number];

/** Serves these rows. Lists that are not named are empty. */
export function serveFeed(lists: Partial<Record<ListName, Row[]>>): FeedServers {
  const { pagination: ofCotool } = cotool.operations.listAgentChats;
  const servers = {
    cargo: createListServer(cargo.operations.listChats.pagination, lists.cargo ?? []),
    "cotool a": createListServer(ofCotool, lists["cotool a"] ?? []),
    "cotool b": createListServer(ofCotool, lists["cotool b"] ?? []),
    invent: createListServer(invent.operations.listOrgChats.pagination, lists.invent ?? []),
  };
  // No chat of a test is newer than the servers' clock.
  for (const server of Object.values(servers)) server.now = newest + 86_400_000;
  return { servers, unified: connect(servers) };
}

function connect(servers: FeedServers["servers"]) {
  const options = { token: "token", retry: false } as const;
  const agentOf = (request: Request) =>
    servers[new URL(request.url).pathname.includes("/a/") ? "cotool a" : "cotool b"];
  return createUnified({
    cargo: createCargo({ ...options, fetch: servers.cargo.fetch }),
    cotool: {
      client: createCotool({ ...options, fetch: (request) => agentOf(request).fetch(request) }),
      agentIds: ["a", "b"],
    },
    invent: { client: createInvent({ ...options, fetch: servers.invent.fetch }), orgId: "c" },
  });
}
