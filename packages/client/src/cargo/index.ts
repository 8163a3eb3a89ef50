import type { components, paths } from "@agent-chats/schema/cargo";
import { vendor } from "@agent-chats/schema/cargo";
import { type Api, type ApiOptions, createApi } from "../api.ts";
import type { BodyOf, CallOptions, OperationOf } from "../api-types.ts";
import type { Listing } from "../pagination/listing.ts";
import type { WalkOptions } from "../pagination/options.ts";
import { paginate, type QueryFilters } from "../pagination/paginate.ts";

export type { paths } from "@agent-chats/schema/cargo";

/** A chat, as Cargo lists it. */
export type Chat = components["schemas"]["Chat"];
/** A message of a chat. */
export type Message = components["schemas"]["Message"];
/** What a chat is created from. */
export type NewChat = BodyOf<OperationOf<paths, "/ai/chats", "post">>;
/** Which chats to list. Dates are ISO 8601 strings or `Date`s; whether a bound is inclusive is not documented. */
export type ChatFilters = QueryFilters<paths, typeof vendor, "/ai/chats/list">;
/** Which messages to list. */
export type MessageFilters = QueryFilters<paths, typeof vendor, "/ai/messages/list">;

/** Cargo: go-to-market agents. */
export interface Cargo {
  readonly chats: {
    /** Lists the chats of the token's workspace. The vendor documents no order and gives no total. */
    list(filters?: ChatFilters, options?: WalkOptions): Listing<Chat>;
    /** Creates a chat. Not idempotent: the vendor takes no idempotency key. */
    create(body: NewChat, options?: CallOptions): Promise<Chat>;
  };
  readonly messages: {
    /** Lists the messages of a chat, in the order of the conversation. */
    list(filters: MessageFilters, options?: WalkOptions): Listing<Message>;
  };
  /** The same API by path. */
  readonly api: Api<paths, typeof vendor>;
}

/**
 * Makes a client of Cargo. Sends nothing.
 *
 * ```ts
 * const cargo = createCargo({ token: process.env.CARGO_API_TOKEN! });
 * for await (const chat of cargo.chats.list({ messageStatuses: ["error"] })) console.log(chat.name);
 * ```
 *
 * @throws {InvalidRequestError} where the token is missing or cannot be one.
 */
export function createCargo(options: ApiOptions): Cargo {
  const api = createApi<paths, typeof vendor>(vendor, options);
  return {
    chats: {
      list: (query = {}, walk) => paginate(api, "/ai/chats/list", { params: { query }, ...walk }),
      create: async (body, call) => (await api.POST("/ai/chats", { body, ...call })).data.chat,
    },
    messages: {
      list: (query, walk) => paginate(api, "/ai/messages/list", { params: { query }, ...walk }),
    },
    api,
  };
}
