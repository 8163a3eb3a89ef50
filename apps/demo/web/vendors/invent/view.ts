import { type Chat, createInvent } from "@agent-chats/client/invent";
import { toWords } from "../../format/words.ts";
import type { Fact, Turn } from "../../model/row.ts";
import { createView, type VendorView } from "../../model/view.ts";
import type { ViewContext } from "../context.ts";
import { toParts } from "../parts.ts";
import { badge, clickable, filterFact, id, known, number, text, time, word } from "../values.ts";
import { channels, filters, states, stateTones, statuses, statusTones, toFilters } from "./filters.ts";

/** Invent's chats: who writes through which channel, how the chat stands in the inbox. */
export function createInventView(context: ViewContext): VendorView {
  const invent = createInvent(context);
  return createView<Chat>({
    id: "invent",
    title: "Invent",
    subject: "Support assistants",
    filters,
    columns: [
      { label: "Customer", width: 152, from: "medium", value: (chat) => text(customerOf(chat)) },
      { label: "Channel", width: 120, from: "wide", value: channelOf },
      { label: "State", width: 104, value: stateOf },
      { label: "Answer", width: 124, from: "widest", value: answerOf },
      {
        label: "Unread",
        width: 72,
        from: "wide",
        align: "end",
        value: (chat) => number(chat.state?.admin_unseen_count),
      },
      { label: "Created", width: 96, from: "widest", align: "end", value: (chat) => time(chat.created_at) },
      { label: "Updated", width: 104, align: "end", value: (chat) => time(chat.updated_at) },
    ],
    list: (values) => invent.chats.list(toFilters(values)),
    toRow: (chat) => ({
      id: chat.id,
      title: chat.title,
      state: stateOf(chat),
      facts: toFacts(chat),
      notes: chat.last_message?.error ? [{ label: "Error", text: chat.last_message.error, tone: "bad" }] : [],
      latest: toLatest(chat),
    }),
  });
}

function stateOf(chat: Chat) {
  const state = chat.state?.state;
  return clickable(badge(state, stateTones, states), "state", known(state, states));
}

function answerOf({ status }: Chat) {
  return clickable(badge(status, statusTones, statuses), "status", known(status, statuses));
}

function channelOf(chat: Chat) {
  const channel = chat.state?.integration_id;
  return clickable(word(channel, channels), "integration_id", known(channel, channels));
}

/** The member who writes through a channel is the customer. */
function customerOf(chat: Chat): string | null | undefined {
  const channel = chat.members?.find((member) => member.contact_channel)?.contact_channel;
  return channel?.contact?.name ?? channel?.channel_display_name ?? channel?.channel_name;
}

function toFacts(chat: Chat): Fact[] {
  const { state } = chat;
  return [
    { label: "Customer", value: text(customerOf(chat)) },
    filterFact("Channel", channelOf(chat), "integration_id", state?.integration_id),
    filterFact("State", text(stateOf(chat).label), "state", state?.state),
    filterFact("Answer", word(chat.status, statuses), "status", chat.status),
    { label: "Assistant", value: text(toSwitch(state?.ai_enabled)) },
    { label: "Assigned to", value: text(state?.assigned_user?.name) },
    { label: "Unread", value: number(state?.admin_unseen_count) },
    { label: "Model", value: text(chat.model) },
    { label: "Visibility", value: word(chat.visibility) },
    { label: "Created", value: time(chat.created_at) },
    { label: "Updated", value: time(chat.updated_at) },
    { label: "Chat", value: id(chat.id) },
  ];
}

function toSwitch(value: boolean | null | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  return value ? "On" : "Off";
}

function toLatest({ last_message: message }: Chat): Turn | undefined {
  if (!message) return undefined;
  return {
    id: message.id ?? "latest",
    author:
      message.role === "assistant" ? "Assistant" : (message.member?.user?.name ?? toWords(message.role ?? "unknown")),
    isAgent: message.role === "assistant",
    at: message.created_at,
    error: message.error,
    parts: message.messages?.flatMap((entry) => toParts(entry.parts)) ?? [],
  };
}
