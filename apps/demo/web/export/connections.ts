import type { ClientOptions } from "@agent-chats/client";
import { createCargo } from "@agent-chats/client/cargo";
import { createCotool } from "@agent-chats/client/cotool";
import { createInvent } from "@agent-chats/client/invent";
import type { VendorId } from "@agent-chats/schema";
import type { DemoInfo } from "../../server/info.ts";

/** Clients of the vendors that are shown, each with options of its own, as one feed takes them. */
export function connect(info: DemoInfo, optionsFor: (vendor: VendorId) => ClientOptions) {
  const has = (vendor: VendorId) => info.vendors.some(({ id }) => id === vendor);
  const agentIds = info.cotool.agents.map(({ id }) => id);
  return {
    cargo: has("cargo") ? createCargo(optionsFor("cargo")) : undefined,
    cotool: has("cotool") ? { client: createCotool(optionsFor("cotool")), agentIds } : undefined,
    invent: has("invent") ? { client: createInvent(optionsFor("invent")), orgId: "c" } : undefined,
  };
}
