import type { operations } from "@agent-chats/schema/cotool";
import { vendor } from "@agent-chats/schema/cotool";
import { jsonSchemas } from "@agent-chats/schema/cotool/json-schemas";
import type { ChangingList } from "../changing-list.ts";
import { type Filters, listing } from "../listing.ts";
import { Problem, toTitle } from "../problem.ts";
import type { VendorEmulation } from "../vendor-emulation.ts";
import type { Chat } from "./chats.ts";
import { type CotoolState, createCotoolState } from "./state.ts";

type ChatQuery = NonNullable<operations["listAgentChats"]["parameters"]["query"]>;

const chatFilters: Filters<ChatQuery, Chat, CotoolState, "limit" | "offset"> = {};

function chatsOf(state: CotoolState, agentId: string): ChangingList<Chat> {
  const chats = state.chatListOf(agentId);
  if (!chats) throw new Problem(404, "Agent not found");
  return chats;
}

/** Cotool: security-operations agents. */
export const cotool = {
  vendor,
  jsonSchemas,
  createState: createCotoolState,
  routes: {
    listAgentChats: listing({
      pagination: vendor.operations.listAgentChats.pagination,
      list: ({ state, path }) => chatsOf(state, path.agentId ?? ""),
      filters: chatFilters,
    }),
  } satisfies { [Id in keyof typeof vendor.operations]: VendorEmulation<CotoolState>["routes"][string] },
  toErrorBody: ({ status, message }) => ({ error: toTitle(status), message }),
  textErrors: { 502: { type: "text/html", body: "<html><body><h1>502 Bad Gateway</h1></body></html>" } },
} satisfies VendorEmulation<CotoolState>;
