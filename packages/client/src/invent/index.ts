import type { components, paths } from "@agent-chats/schema/invent";
import { vendor } from "@agent-chats/schema/invent";
import { type Api, type ApiOptions, createApi } from "../api.ts";
import type { Listing } from "../pagination/listing.ts";
import type { WalkOptions } from "../pagination/options.ts";
import { type PathParameters, paginate, type QueryFilters } from "../pagination/paginate.ts";

export type { paths } from "@agent-chats/schema/invent";

type Path = "/orgs/{org_id}/chats";

/** A chat of an organisation, as Invent lists it. */
export type Chat = components["schemas"]["Chat"];
/** Whose chats to list, and which: `org_id` may be `c`, the organisation that the key was made in. */
export type ChatFilters = PathParameters<paths, Path> & Omit<QueryFilters<paths, typeof vendor, Path>, "next">;

/** Invent: customer-support assistants. */
export interface Invent {
  readonly chats: {
    /** Lists the chats of an organisation. The vendor documents no order, and gives a total. */
    list(filters: ChatFilters, options?: WalkOptions): Listing<Chat>;
  };
  /** The same API by path. */
  readonly api: Api<paths, typeof vendor>;
}

/**
 * Makes a client of Invent. Sends nothing.
 *
 * ```ts
 * const invent = createInvent({ token: process.env.INVENT_API_KEY! });
 * for await (const chat of invent.chats.list({ org_id: "c", state: "OPEN" })) console.log(chat.title);
 * ```
 *
 * @throws {InvalidRequestError} where the token is missing or cannot be one.
 */
export function createInvent(options: ApiOptions): Invent {
  const api = createApi<paths, typeof vendor>(vendor, options);
  return {
    chats: {
      list: ({ org_id, ...query }, walk) =>
        paginate(api, "/orgs/{org_id}/chats", { params: { path: { org_id }, query }, ...walk }),
    },
    api,
  };
}
