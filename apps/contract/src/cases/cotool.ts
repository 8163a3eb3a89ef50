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
  refusals: [
    {
      what: "an agent whose identifier is no UUID",
      operation: "listAgentChats",
      target: "/api/agents/triage/chats",
      breaks: { name: "agentId", keyword: "format" },
    },
    {
      what: "a limit below the smallest",
      operation: "listAgentChats",
      target: `/api/agents/${agentId}/chats?limit=0`,
      breaks: { name: "limit", keyword: "minimum" },
    },
    {
      what: "a limit above the largest",
      operation: "listAgentChats",
      target: `/api/agents/${agentId}/chats?limit=101`,
      breaks: { name: "limit", keyword: "maximum" },
    },
    {
      what: "an offset before the first chat",
      operation: "listAgentChats",
      target: `/api/agents/${agentId}/chats?offset=-1`,
      breaks: { name: "offset", keyword: "minimum" },
    },
  ],
} as const satisfies CasesOf<typeof vendor>;
