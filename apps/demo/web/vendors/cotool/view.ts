import { type Chat, createCotool } from "@agent-chats/client/cotool";
import { toJson } from "../../format/words.ts";
import { type FilterField, textOf } from "../../model/filters.ts";
import type { Fact, Note, Tone } from "../../model/row.ts";
import { createView, type VendorView } from "../../model/view.ts";
import type { ViewContext } from "../context.ts";
import { badge, id, number, text, time, word } from "../values.ts";

const stateTones = { answering: "progress", failed: "bad", done: "good" } satisfies Record<string, Tone>;

/** Platforms whose names are not the words of their values. */
const platforms = {
  crowdstrike: "CrowdStrike",
  entra_id: "Entra ID",
  guardduty: "GuardDuty",
  sentinelone: "SentinelOne",
};

/** Cotool's chats: what raised them, how the agent's answer was scored. */
export function createCotoolView({ info, ...options }: ViewContext): VendorView {
  const cotool = createCotool(options);
  const agents = Object.fromEntries(info.cotool.agents.map(({ id: agentId, name }) => [agentId, name]));
  const filters: FilterField[] = [
    { kind: "choice", name: "agentId", label: "Agent", options: agents, isRequired: true },
  ];
  return createView<Chat>({
    id: "cotool",
    title: "Cotool",
    subject: "Security agents",
    filters,
    columns: [
      { label: "Trigger", width: 184, from: "medium", value: (chat) => text(chat.triggerName ?? sourceOf(chat)) },
      { label: "Detection", width: 120, from: "wide", value: (chat) => word(chat.detectionPlatform, platforms) },
      { label: "State", width: 112, value: stateOf },
      { label: "Score", width: 72, from: "wide", align: "end", value: (chat) => number(chat.evalScore, 2) },
      { label: "Created", width: 96, from: "widest", align: "end", value: (chat) => time(chat.createdAt) },
      { label: "Updated", width: 104, align: "end", value: (chat) => time(chat.updatedAt) },
    ],
    list: (values) => cotool.chats.list({ agentId: textOf(values, "agentId") ?? "" }),
    toRow: (chat) => ({
      id: chat.id,
      title: chat.title,
      hint: chat.error,
      state: stateOf(chat),
      facts: toFacts(chat, agents),
      notes: toNotes(chat),
    }),
  });
}

/** Cotool gives no state: it follows from what it does give. */
function stateOf({ isStreaming, error }: Chat) {
  return badge(isStreaming ? "answering" : error ? "failed" : "done", stateTones);
}

function sourceOf({ triggerSource }: Chat): string | undefined {
  return triggerSource ? triggerSource.charAt(0).toUpperCase() + triggerSource.slice(1) : undefined;
}

function toFacts(chat: Chat, agents: Readonly<Record<string, string>>): Fact[] {
  return [
    { label: "Agent", value: chat.agentId && agents[chat.agentId] ? text(agents[chat.agentId]) : id(chat.agentId) },
    { label: "Trigger", value: text(chat.triggerName) },
    { label: "Source", value: word(chat.triggerSource) },
    { label: "Platform", value: word(chat.detectionPlatform, platforms) },
    { label: "Detection", value: id(chat.detectionId) },
    { label: "Model", value: text(chat.modelAlias) },
    { label: "Score", value: number(chat.evalScore, 2) },
    { label: "Created", value: time(chat.createdAt) },
    { label: "Updated", value: time(chat.updatedAt) },
    { label: "User", value: id(chat.userId) },
    { label: "Chat", value: id(chat.id) },
  ];
}

function toNotes(chat: Chat): Note[] {
  const { error, result, evalExplanation, evalBulletSummary } = chat;
  return [
    ...(error ? [{ label: "Error", text: error, tone: "bad" } as const] : []),
    ...(result ? [{ label: "Result", text: typeof result === "string" ? result : toJson(result) }] : []),
    ...(evalExplanation ? [{ label: "Evaluation", text: evalExplanation }] : []),
    ...(evalBulletSummary?.length ? [{ label: "Evaluation in short", text: evalBulletSummary }] : []),
  ];
}
