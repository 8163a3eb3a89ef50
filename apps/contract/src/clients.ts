import type { ApiOptions, Call } from "@agent-chats/client";
import { createCargo } from "@agent-chats/client/cargo";
import { createCotool } from "@agent-chats/client/cotool";
import { createInvent } from "@agent-chats/client/invent";
import type { VendorId } from "@agent-chats/schema";

/** The untyped call of each vendor's client, for what is the same for all operations. */
export const callOf: { readonly [V in VendorId]: (options: ApiOptions) => Call } = {
  cargo: (options) => createCargo(options).api.call,
  cotool: (options) => createCotool(options).api.call,
  invent: (options) => createInvent(options).api.call,
};
