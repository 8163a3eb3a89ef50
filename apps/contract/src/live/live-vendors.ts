import type { ApiOptions, Listing, WalkOptions } from "@agent-chats/client";
import { createCargo } from "@agent-chats/client/cargo";
import { createCotool } from "@agent-chats/client/cotool";
import { createInvent } from "@agent-chats/client/invent";
import type { JsonSchemas, Vendor, VendorId } from "@agent-chats/schema";
import { vendor as cargo } from "@agent-chats/schema/cargo";
import { jsonSchemas as cargoSchemas } from "@agent-chats/schema/cargo/json-schemas";
import { vendor as cotool } from "@agent-chats/schema/cotool";
import { jsonSchemas as cotoolSchemas } from "@agent-chats/schema/cotool/json-schemas";
import { vendor as invent } from "@agent-chats/schema/invent";
import { jsonSchemas as inventSchemas } from "@agent-chats/schema/invent/json-schemas";

/** Reads a few pages of a listing, and gives their items; none where it failed. */
export type Take = <Item>(operation: string, list: (options: WalkOptions) => Listing<Item>) => Promise<readonly Item[]>;

/** An environment variable that a reading needs or takes. */
export interface Variable {
  readonly name: string;
  /** What it holds, in a few words. */
  readonly means: string;
  /** Taken where it is not set; without one nothing is read before it is. */
  readonly fallback?: string;
}

/** What is read of a vendor, with what. */
export interface LiveVendor {
  readonly vendor: Vendor;
  readonly jsonSchemas: JsonSchemas;
  /** Variables beside the token's. */
  readonly variables: readonly Variable[];
  /** Calls every operation that reads. Writes nothing. */
  read(options: ApiOptions, values: readonly string[], take: Take): Promise<void>;
}

/** Chats whose messages are read, and agents whose chats are: enough to meet what there is, and few requests. */
const mostChats = 3;
const mostAgents = 5;

/** Every vendor. */
export const liveVendors: { readonly [V in VendorId]: LiveVendor } = {
  cargo: {
    vendor: cargo,
    jsonSchemas: cargoSchemas,
    variables: [],
    async read(options, _, take) {
      const { chats, messages } = createCargo(options);
      const found = await take("listChats", (walk) => chats.list({}, walk));
      for (const { uuid: chatUuid } of found.slice(0, mostChats)) {
        await take("listMessages", (walk) => messages.list({ chatUuid }, walk));
      }
    },
  },
  cotool: {
    vendor: cotool,
    jsonSchemas: cotoolSchemas,
    variables: [{ name: "COTOOL_AGENT_IDS", means: "identifiers of agents, separated by commas" }],
    async read(options, [agentIds = ""], take) {
      const { chats } = createCotool(options);
      // A name that the explorer shows may follow: `id=name`.
      const ids = agentIds.split(",").map((entry) => (entry.split("=", 1)[0] ?? "").trim());
      for (const agentId of ids.filter((id) => id !== "").slice(0, mostAgents)) {
        await take("listAgentChats", (walk) => chats.list({ agentId }, walk));
      }
    },
  },
  invent: {
    vendor: invent,
    jsonSchemas: inventSchemas,
    variables: [{ name: "INVENT_ORG_ID", means: "an organisation", fallback: "c" }],
    async read(options, [org_id = ""], take) {
      const { chats } = createInvent(options);
      await take("listOrgChats", (walk) => chats.list({ org_id }, walk));
    },
  },
};
