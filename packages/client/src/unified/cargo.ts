import type { Cargo, Chat, ChatFilters } from "../cargo/index.ts";
import type { Adapter } from "./adapter.ts";

const status = "/lastMessage/status";

/** Cargo's chats in the envelope. */
export const cargo = {
  title: "Cargo",
  mapping: {
    id: { at: ["/uuid"], as: "text" },
    title: { at: ["/name"], as: "text" },
    agent: { at: ["/agentUuid"], as: "text" },
    createdAt: { at: ["/createdAt"], as: "instant" },
    updatedAt: { at: ["/updatedAt"], as: "instant" },
    cost: { at: ["/creditsUsedCount"], as: "amount", unit: "credits" },
    trigger: { at: ["/trigger/type"], as: "text" },
  },
  states: [
    {
      of: "the last message",
      native: status,
      rules: [
        { at: status, is: "pending", state: "running" },
        { at: status, is: "generating", state: "running" },
        { at: status, is: "cancelling", state: "running" },
        { at: status, is: "success", state: "done" },
        { at: status, is: "error", state: "failed" },
        { at: status, is: "cancelled", state: "cancelled" },
      ],
      send: { parameter: "messageStatuses", takes: "many" },
    },
  ],
  sends: {
    agent: {
      takes: "one",
      parameter: "agentUuid",
      pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$",
    },
    text: {
      takes: "one",
      parameter: "name",
      note: "a partial match by the documentation; that it ignores case, as we do, is a guess",
    },
    trigger: {
      takes: "one",
      parameter: "triggerType",
      only: ["connector", "draft", "web_extension", "app", "workflow", "chat", "schedule"] satisfies NonNullable<
        ChatFilters["triggerType"]
      >[],
    },
    created: {
      takes: "range",
      after: "createdAfter",
      before: "createdBefore",
      note: "whether the bounds are inclusive is not documented: a millisecond more is asked for",
    },
  },
  lists: (client: Cargo) => [{ name: "", list: (query) => client.chats.list(query as ChatFilters) }],
} as const satisfies Adapter<Cargo, Chat, keyof ChatFilters>;
