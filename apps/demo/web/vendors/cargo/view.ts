import { type Chat, createCargo } from "@agent-chats/client/cargo";
import type { Fact } from "../../model/row.ts";
import { createView, type VendorView } from "../../model/view.ts";
import type { ViewContext } from "../context.ts";
import { badge, clickable, filterFact, id, known, number, text, time, word } from "../values.ts";
import { filters, messageStatuses, statusTones, toFilters, triggerTypes } from "./filters.ts";
import { createTurnReader } from "./turns.ts";

/** Cargo's chats: who started them, how the last message ended, what they cost. */
export function createCargoView(context: ViewContext): VendorView {
  const cargo = createCargo(context);
  return createView<Chat>({
    id: "cargo",
    title: "Cargo",
    subject: "Go-to-market agents",
    filters,
    columns: [
      { label: "Trigger", width: 128, from: "medium", value: triggerOf },
      { label: "Last message", width: 120, value: stateOf },
      { label: "Agent", width: 104, from: "wide", value: agentOf },
      { label: "Credits", width: 80, from: "wide", align: "end", value: (chat) => number(chat.creditsUsedCount, 2) },
      { label: "Created", width: 96, from: "widest", align: "end", value: (chat) => time(chat.createdAt) },
      { label: "Updated", width: 104, align: "end", value: (chat) => time(chat.updatedAt) },
    ],
    list: (values) => cargo.chats.list(toFilters(values)),
    toRow: (chat) => ({
      id: chat.uuid,
      title: chat.name,
      hint: chat.lastMessage?.errorMessage,
      state: stateOf(chat),
      facts: toFacts(chat),
      notes: chat.lastMessage?.errorMessage
        ? [{ label: "Error of the last message", text: chat.lastMessage.errorMessage, tone: "bad" }]
        : [],
      readTurns: createTurnReader(cargo, chat.uuid),
    }),
  });
}

function stateOf(chat: Chat) {
  const status = chat.lastMessage?.status;
  return clickable(badge(status, statusTones, messageStatuses), "messageStatuses", known(status, messageStatuses));
}

function triggerOf({ trigger }: Chat) {
  return clickable(word(trigger?.type, triggerTypes), "triggerType", known(trigger?.type, triggerTypes));
}

function agentOf({ agentUuid }: Chat) {
  return clickable(id(agentUuid), "agentUuid", typeof agentUuid === "string" ? agentUuid : undefined);
}

function toFacts(chat: Chat): Fact[] {
  const { trigger } = chat;
  const isFilter = trigger !== undefined && Object.hasOwn(triggerTypes, trigger.type);
  return [
    filterFact("Trigger", word(trigger?.type, triggerTypes), "triggerType", isFilter ? trigger.type : undefined),
    filterFact("Agent", id(chat.agentUuid), "agentUuid", chat.agentUuid),
    { label: "Release", value: id(chat.releaseUuid) },
    { label: "User", value: id(chat.userUuid) },
    { label: "Credits", value: number(chat.creditsUsedCount, 2) },
    { label: "Created", value: time(chat.createdAt) },
    { label: "Updated", value: time(chat.updatedAt) },
    { label: "Deleted", value: time(chat.deletedAt) },
    { label: "Slug", value: text(chat.slug) },
    { label: "Chat", value: id(chat.uuid) },
  ];
}
