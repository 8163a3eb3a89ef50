import type { ApiOptions } from "../../src/api.ts";
import { type Chat as CargoChat, createCargo, type Message } from "../../src/cargo/index.ts";
import { type Chat as CotoolChat, createCotool } from "../../src/cotool/index.ts";
import { createInvent, type Chat as InventChat } from "../../src/invent/index.ts";
import type { WalkOptions } from "../../src/pagination/options.ts";
import { credentials, secrets } from "./secrets.ts";

/** An operation of a vendor, called through the public API. */
export interface HostileOperation {
  /** Vendor and operation; names the case in addresses. */
  readonly id: string;
  readonly method: "GET" | "POST";
  /** An answer of the operation in which nothing is wrong. */
  readonly valid: unknown;
  /** Identifiers that the call gives for that answer. */
  readonly ids: readonly string[];
  /** Calls the operation, with secrets among its parameters, and gives the identifiers of what came. */
  call(client: ApiOptions, options: WalkOptions): Promise<unknown[]>;
}

const [first, second] = ["1d0c5f3e-8a42-4b7d-9e61-f5a08b2c7d94", "0bc925f1-4cfd-422f-9cf4-58ebef469e31"] as const;
const ids = [first, second];
const times = { createdAt: "2026-11-18T08:41:07.214Z", updatedAt: "2026-11-18T08:50:12.630Z" };
const idsOf = (items: readonly unknown[], member: string) =>
  items.map((item) => (item as Record<string, unknown> | null)?.[member]);
/** Every operation of every vendor. */
export const operations: readonly HostileOperation[] = [
  {
    id: "cargo.listChats",
    method: "GET",
    valid: { chats: ids.map((uuid): CargoChat => ({ uuid, ...times, name: "Call prep" })) },
    ids,
    call: async (client, options) => {
      const listing = createCargo(client).chats.list({ name: secrets.queryValue }, options);
      return idsOf(await listing.toArray(), "uuid");
    },
  },
  {
    id: "cargo.listMessages",
    method: "GET",
    valid: {
      messages: ids.map((uuid): Message => ({ uuid, ...times, status: "success", mcpClients: [credentials] })),
    },
    ids,
    call: async (client, options) => {
      const listing = createCargo(client).messages.list({ chatUuid: secrets.queryValue }, options);
      return idsOf(await listing.toArray(), "uuid");
    },
  },
  {
    id: "cargo.createChat",
    method: "POST",
    valid: { chat: { uuid: first, ...times, name: "Call prep" } satisfies CargoChat },
    ids: [first],
    call: async (client, options) => {
      const chat = await createCargo(client).chats.create(
        { trigger: { type: "draft" }, name: secrets.queryValue },
        options,
      );
      return idsOf([chat], "uuid");
    },
  },
  {
    id: "cotool.listAgentChats",
    method: "GET",
    valid: { totalCount: 2, chats: ids.map((id): CotoolChat => ({ id, createdAt: times.createdAt })) },
    ids,
    call: async (client, options) => {
      const listing = createCotool(client).chats.list({ agentId: secrets.pathValue }, options);
      return idsOf(await listing.toArray(), "id");
    },
  },
  {
    id: "invent.listOrgChats",
    method: "GET",
    valid: ids.map(
      (id): InventChat => ({
        id,
        title: null,
        model: "gpt-5-mini",
        members: [],
        temporary: false,
        visibility: "PRIVATE",
        pinned: false,
        status: "COMPLETED",
        shared_url: null,
        created_at: times.createdAt,
        updated_at: times.updatedAt,
      }),
    ),
    ids,
    call: async (client, options) => {
      const listing = createInvent(client).chats.list(
        { org_id: secrets.pathValue, search: secrets.queryValue },
        options,
      );
      return idsOf(await listing.toArray(), "id");
    },
  },
];
