import type { Chat, ChatFilters, Cotool } from "../cotool/index.ts";
import type { Adapter } from "./adapter.ts";

/** Cotool, and the agents whose chats to list: it has no list of all. */
export interface CotoolAgents {
  readonly client: Cotool;
  /** UUIDs of the agents. Each is a list of its own, with its own requests; one that is named twice is listed once. */
  readonly agentIds: readonly string[];
}

/** Cotool's chats in the envelope. */
export const cotool = {
  title: "Cotool",
  mapping: {
    id: { at: ["/id"], as: "text" },
    title: { at: ["/title"], as: "text" },
    agent: { at: ["/agentId"], as: "text", note: "where it is missing, the agent that was asked for" },
    createdAt: { at: ["/createdAt"], as: "instant" },
    updatedAt: { at: ["/updatedAt"], as: "instant" },
    score: { at: ["/evalScore"], as: "number", note: "its range is not documented" },
    trigger: { at: ["/triggerSource"], as: "text" },
  },
  states: [
    {
      of: "the agent",
      rules: [
        { at: "/isStreaming", is: true, state: "running" },
        { at: "/error", state: "failed" },
        { at: "/isStreaming", is: false, state: "done" },
      ],
    },
  ],
  sends: {
    agent: { takes: "lists", parameter: "agentId", note: "only the lists of these agents are asked for" },
  },
  lists: ({ client, agentIds }: CotoolAgents) =>
    agentIds.map((agentId) => ({
      name: agentId,
      agent: agentId,
      list: () => client.chats.list({ agentId }),
    })),
} as const satisfies Adapter<CotoolAgents, Chat, keyof ChatFilters>;
