import { type ChatFilters, createInvent } from "@agent-chats/client/invent";
import type { vendor } from "@agent-chats/schema/invent";
import type { CasesOf } from "../case.ts";

const org_id = "1f9b3c58-70d2-4ae6-8c41-e5d7a90b2f41";

const filters = {
  search: "Müller & +44 #20417",
  assistant_id: "a-1",
  assistant_integration_id: "ai-2",
  integration_id: "whatsapp_bot",
  conversation_id: "c-3",
  status: "COMPLETED",
  state: "OPEN",
  ai_status: "ENABLED",
  filter: "ASSIGNED_TO_ME",
} satisfies Omit<ChatFilters, "org_id">;

/** Invent's cases. */
export const invent = {
  operations: {
    listOrgChats: {
      list: (options, walk) => createInvent(options).chats.list({ org_id, ...filters }, walk),
      byPath: (options) =>
        createInvent(options).api.GET("/orgs/{org_id}/chats", {
          params: { path: { org_id }, query: { ...filters, page: 1, take: 100 } },
        }),
      wire: {
        line:
          `GET /orgs/${org_id}/chats?search=M%C3%BCller%20%26%20%2B44%20%2320417&assistant_id=a-1` +
          "&assistant_integration_id=ai-2&integration_id=whatsapp_bot&conversation_id=c-3&status=COMPLETED&state=OPEN" +
          "&ai_status=ENABLED&filter=ASSIGNED_TO_ME&page=1&take=100",
      },
    },
  },
} as const satisfies CasesOf<typeof vendor>;
