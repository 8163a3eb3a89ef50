import { createCotool } from "@agent-chats/client/cotool";
import type { vendor } from "@agent-chats/schema/cotool";
import type { CasesOf } from "../case.ts";

const agentId = "3f0c6a52-6a0e-4a53-9a43-0d7b1c6f2e11";

/** Cotool's cases. */
export const cotool = {
  operations: {
    listAgentChats: {
      list: (options, walk) => createCotool(options).chats.list({ agentId }, walk),
      byPath: (options) =>
        createCotool(options).api.GET("/api/agents/{agentId}/chats", {
          params: { path: { agentId }, query: { offset: 0, limit: 100 } },
        }),
      wire: { line: `GET /api/agents/${agentId}/chats?offset=0&limit=100` },
    },
  },
} as const satisfies CasesOf<typeof vendor>;
