import { type ChatFilters, createCargo, type NewChat } from "@agent-chats/client/cargo";
import type { vendor } from "@agent-chats/schema/cargo";
import type { CasesOf } from "../case.ts";

const agentUuid = "90b7d9af-71e1-4f0b-a3bc-9d3f3a0d8c55";
const releaseUuid = "27f58c4d-bb0e-4d57-9a86-50c4e3a1f7b2";
const userUuid = "4e0e902f-bc2e-4084-8201-0b98a220e6f3";
const chatUuid = "1d0c5f3e-8a42-4b7d-9e61-f5a08b2c7d94";

const filters = {
  agentUuid,
  releaseUuid,
  userUuid,
  triggerType: "connector",
  messageStatuses: ["error", "cancelled"],
  name: "Q4 & Köln, 50%",
  createdAfter: new Date(Date.UTC(2026, 9, 1, 8, 30)),
  createdBefore: "2026-12-01",
} satisfies ChatFilters;

const chat: NewChat = {
  trigger: { type: "connector", connectorUuid: "c4a1de70-5b8f-4e36-8d02-6f9b1c7a3e48", meta: { object: "deal" } },
  name: "Wer ruft Köln an?",
  agentUuid,
  releaseUuid,
};

const listChatsLine = (statuses: string) =>
  `GET /ai/chats/list?agentUuid=${agentUuid}&releaseUuid=${releaseUuid}&userUuid=${userUuid}&triggerType=connector` +
  `&${statuses}&name=Q4%20%26%20K%C3%B6ln%2C%2050%25` +
  "&createdAfter=2026-10-01T08%3A30%3A00.000Z&createdBefore=2026-12-01&offset=0&limit=100";

/** Cargo's cases. */
export const cargo = {
  operations: {
    listChats: {
      list: (options, walk) => createCargo(options).chats.list(filters, walk),
      byPath: (options) =>
        createCargo(options).api.GET("/ai/chats/list", {
          params: { query: { ...filters, offset: "0", limit: "100" } },
        }),
      wire: {
        line: listChatsLine("messageStatuses%5B%5D=error&messageStatuses%5B%5D=cancelled"),
        documentedLine: listChatsLine("messageStatuses=error&messageStatuses=cancelled"),
      },
    },
    createChat: {
      call: (options) => createCargo(options).chats.create(chat),
      gives: "/chat",
      byPath: (options) => createCargo(options).api.POST("/ai/chats", { body: chat }),
      wire: {
        line: "POST /ai/chats",
        headers: { "content-type": "application/json" },
        body:
          '{"trigger":{"type":"connector","connectorUuid":"c4a1de70-5b8f-4e36-8d02-6f9b1c7a3e48",' +
          '"meta":{"object":"deal"}},' +
          `"name":"Wer ruft Köln an?","agentUuid":"${agentUuid}","releaseUuid":"${releaseUuid}"}`,
      },
    },
    listMessages: {
      list: (options, walk) => createCargo(options).messages.list({ chatUuid }, walk),
      byPath: (options) =>
        createCargo(options).api.GET("/ai/messages/list", {
          params: { query: { chatUuid, offset: "0", limit: "100" } },
        }),
      wire: { line: `GET /ai/messages/list?chatUuid=${chatUuid}&offset=0&limit=100` },
    },
  },
} as const satisfies CasesOf<typeof vendor>;
