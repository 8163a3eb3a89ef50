import type { components, operations } from "@agent-chats/schema/cargo";
import { vendor } from "@agent-chats/schema/cargo";
import { jsonSchemas } from "@agent-chats/schema/cargo/json-schemas";
import type { ChangingList } from "../changing-list.ts";
import { type Filters, listing } from "../listing.ts";
import { Problem } from "../problem.ts";
import type { Reply, VendorEmulation } from "../vendor-emulation.ts";
import type { Chat } from "./chats.ts";
import type { Message } from "./messages.ts";
import { type CargoState, createCargoState } from "./state.ts";

const { listChats, listMessages } = vendor.operations;

type ChatQuery = NonNullable<operations["listChats"]["parameters"]["query"]>;
type MessageQuery = NonNullable<operations["listMessages"]["parameters"]["query"]>;
type Paging = "limit" | "offset";

const chatFilters: Filters<ChatQuery, Chat, CargoState, Paging> = {
  agentUuid: (uuid) => (chat) => isSame(chat.agentUuid, uuid),
  releaseUuid: (uuid) => (chat) => isSame(chat.releaseUuid, uuid),
  userUuid: (uuid) => (chat) => isSame(chat.userUuid, uuid),
  triggerType: (type) => (chat) => chat.trigger?.type === type,
  messageStatuses: (statuses) => {
    const wanted = new Set<string>(statuses);
    return (chat) => chat.lastMessage != null && wanted.has(chat.lastMessage.status);
  },
  name: (text) => {
    const wanted = text.toLowerCase();
    return (chat) => chat.name?.toLowerCase().includes(wanted) ?? false;
  },
  // Whether the bounds are inclusive is not documented. A guess: neither is, as the words say.
  createdAfter: (instant) => {
    const bound = toIso("createdAfter", instant);
    return (chat) => chat.createdAt > bound;
  },
  createdBefore: (instant) => {
    const bound = toIso("createdBefore", instant);
    return (chat) => chat.createdAt < bound;
  },
};

const messageFilters: Filters<MessageQuery, Message, CargoState, Paging | "chatUuid"> = {};

/** UUIDs are the same whatever the case of their letters. */
function isSame(left: string | null | undefined, right: string): boolean {
  return left?.length === right.length && left.toLowerCase() === right.toLowerCase();
}

/** An instant in the form in which the data holds its times, so that comparing texts compares times. */
function toIso(name: string, text: string): string {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new Problem(400, `${name} is no time of the calendar`);
  return new Date(time).toISOString();
}

function messagesOf(state: CargoState, chatUuid: string): ChangingList<Message> {
  const messages = state.messageListOf(chatUuid);
  if (!messages) throw new Problem(404, "The chat does not exist");
  return messages;
}

function createChat(state: CargoState, body: components["schemas"]["NewChat"]): Reply {
  return { body: { chat: state.create(body) } satisfies components["schemas"]["CreatedChat"] };
}

/** Cargo's words for the statuses of problems. */
const reasons: Readonly<Record<number, string>> = {
  400: "invalidRequest",
  401: "invalidToken",
  404: "notFound",
  405: "methodNotAllowed",
};

/** Without a reason where no code for it is known, as in the 500 of the spec. */
function toErrorBody({ status, message }: Problem): components["schemas"]["Error"] {
  const reason = reasons[status];
  return { errorMessage: message, ...(reason !== undefined && { reason }) };
}

/** Cargo: go-to-market agents. */
export const cargo = {
  vendor,
  jsonSchemas,
  createState: createCargoState,
  routes: {
    listChats: listing({
      pagination: listChats.pagination,
      list: ({ state }) => state.chatList,
      filters: chatFilters,
      // Not documented; a guess.
      defaultSize: 100,
    }),
    listMessages: listing({
      pagination: listMessages.pagination,
      list: ({ state, query }) => messagesOf(state, query.chatUuid as string),
      filters: messageFilters,
      defaultSize: 100,
    }),
    createChat: ({ state, body }) => createChat(state, body as components["schemas"]["NewChat"]),
  } satisfies { [Id in keyof typeof vendor.operations]: VendorEmulation<CargoState>["routes"][string] },
  toErrorBody,
  textErrors: {
    429: { type: "text/plain", body: "Too Many Requests" },
    502: { type: "text/plain", body: "error code: 502" },
  },
} satisfies VendorEmulation<CargoState>;
