import type { Chat, ChatFilters, Invent } from "../invent/index.ts";
import type { Adapter } from "./adapter.ts";

/** Invent, and the organisation whose chats to list. */
export interface InventOrganisation {
  readonly client: Invent;
  /** `c` is the organisation that the key was made in. */
  readonly orgId: string;
}

/** Invent's chats in the envelope. */
export const invent = {
  title: "Invent",
  mapping: {
    id: { at: ["/id"], as: "text" },
    title: { at: ["/title"], as: "text" },
    agent: { at: ["/state/assistant_id"], as: "text" },
    createdAt: { at: ["/created_at"], as: "instant", note: "may be null; a day is midnight UTC" },
    updatedAt: { at: ["/updated_at"], as: "instant", note: "may be null; a day is midnight UTC" },
    unread: { at: ["/state/admin_unseen_count"], as: "number", note: "messages that the organisation has not seen" },
    channel: { at: ["/state/integration_id"], as: "text" },
    link: { at: ["/link", "/shared_url"], as: "address", note: "in the channel, else the public one" },
  },
  states: [
    {
      of: "the support inbox",
      native: "/state/state",
      rules: [
        { at: "/state/state", is: "OPEN", state: "open" },
        { at: "/state/state", is: "SNOOZED", state: "snoozed" },
        { at: "/state/state", is: "CLOSED", state: "closed" },
      ],
      send: { parameter: "state", takes: "one" },
    },
    {
      of: "the assistant's answer",
      native: "/status",
      rules: [
        { at: "/status", is: "RUNNING", state: "running" },
        { at: "/status", is: "COMPLETED", state: "done" },
        { at: "/status", is: "FAILED", state: "failed" },
        { at: "/status", is: "CANCELED", state: "cancelled" },
      ],
      send: { parameter: "status", takes: "one" },
    },
  ],
  sends: {
    agent: { takes: "one", parameter: "assistant_id" },
    text: {
      takes: "one",
      parameter: "search",
      mostCharacters: 256,
      note: "what it searches is not documented: we trust that it finds every title, and drop what else it finds",
    },
    channel: {
      takes: "one",
      parameter: "integration_id",
      only: [
        "internal",
        "custom",
        "whatsapp_bot",
        "messenger_bot",
        "instagram_dm",
        "twilio",
        "slack_bot",
        "telegram_bot",
        "gmail",
        "google_calendar",
      ] satisfies NonNullable<ChatFilters["integration_id"]>[],
    },
    unread: {
      takes: "true",
      parameter: "filter",
      value: "UNREAD",
      note: "that it counts what the organisation has not seen is a guess, from its name",
    },
  },
  lists: ({ client, orgId }: InventOrganisation) => [
    { name: "", list: (query) => client.chats.list({ org_id: orgId, ...(query as Omit<ChatFilters, "org_id">) }) },
  ],
} as const satisfies Adapter<InventOrganisation, Chat, keyof ChatFilters>;
