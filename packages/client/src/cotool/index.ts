import type { components, paths } from "@agent-chats/schema/cotool";
import { vendor } from "@agent-chats/schema/cotool";
import { type Api, type ApiOptions, createApi } from "../api.ts";
import type { Listing } from "../pagination/listing.ts";
import type { WalkOptions } from "../pagination/options.ts";
import { type PathParameters, paginate } from "../pagination/paginate.ts";

export type { paths } from "@agent-chats/schema/cotool";

/** A chat of an agent, as Cotool lists it. */
export type Chat = components["schemas"]["Chat"];
/** Whose chats to list: `agentId`, a UUID. */
export type ChatFilters = PathParameters<paths, "/api/agents/{agentId}/chats">;

/** Cotool: security-operations agents. */
export interface Cotool {
  readonly chats: {
    /** Lists the chats of one agent. The vendor documents no order, and gives a total. */
    list(filters: ChatFilters, options?: WalkOptions): Listing<Chat>;
  };
  /** The same API by path. */
  readonly api: Api<paths, typeof vendor>;
}

/**
 * Makes a client of Cotool. Sends nothing.
 *
 * ```ts
 * const cotool = createCotool({ token: process.env.COTOOL_API_KEY! });
 * for await (const chat of cotool.chats.list({ agentId })) console.log(chat.title);
 * ```
 *
 * @throws {InvalidRequestError} where the token is missing or cannot be one.
 */
export function createCotool(options: ApiOptions): Cotool {
  const api = createApi<paths, typeof vendor>(vendor, options);
  return {
    chats: {
      list: (path, walk) => paginate(api, "/api/agents/{agentId}/chats", { params: { path }, ...walk }),
    },
    api,
  };
}
