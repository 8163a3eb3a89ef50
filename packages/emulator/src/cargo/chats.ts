import type { components } from "@agent-chats/schema/cargo";
import { createInstants, later, liveCount, longTail } from "../data/calendar.ts";
import { fill, toSlug } from "../data/phrases.ts";
import { createRandom, type Random, weighted } from "../random.ts";
import type { Origin } from "../vendor-emulation.ts";
import { createSubject, type Subject } from "./subject.ts";
import { createTrigger } from "./triggers.ts";
import type { Agent, Workspace } from "./workspace.ts";

export type Chat = components["schemas"]["Chat"];
type LastMessage = components["schemas"]["LastMessage"];
type Status = "pending" | "generating" | "success" | "error" | "cancelling" | "cancelled";

const settledStatus = weighted<Status>(
  ["success", 89],
  ["error", 6.5],
  ["cancelled", 3.7],
  ["pending", 0.5],
  ["cancelling", 0.3],
);
const liveStatus = weighted<Status>(
  ["generating", 45],
  ["pending", 20],
  ["success", 27],
  ["cancelling", 5],
  ["error", 3],
);
/** Nobody answers at once. */
const firstStatus = weighted<Status>(["generating", 60], ["pending", 40]);

const errorMessages = [
  "The language model did not answer within 120 seconds",
  "Rate limit of the language model reached (429), retried 3 times",
  "The CRM refused the connection: its token has expired",
  "Maximum number of steps (20) reached without an answer",
  "Not enough credits: the workspace has used its monthly allowance",
  "Tool crm-update-record failed: PROPERTY_DOESNT_EXIST jobtitle",
  "The context window is exceeded by 18,204 tokens",
  "MCP server closed the connection unexpectedly",
] as const;

const unfinished: readonly Status[] = ["pending", "generating", "cancelling"];

/** Makes the chats of a workspace, the oldest first, so that each can name an earlier one. */
export function createChats({ seed, chats: count, now }: Origin, workspace: Workspace): Chat[] {
  const random = createRandom(`${seed}/cargo/chats`);
  const instants = createInstants(random, count, now).reverse();
  const firstLive = count - liveCount(count);
  const chats: Chat[] = [];
  for (const [index, createdAt] of instants.entries()) {
    const uuid = random.uuid();
    const subject = createSubject(seed, uuid);
    const earlier = chats[index - random.integer(1, 40)];
    const status = (index < firstLive ? settledStatus : liveStatus)(random);
    const isSilent = random.chance(0.015);
    const frame = { uuid, createdAt, now, random, workspace, subject, earlier };
    chats.push(createChat(frame, isSilent ? undefined : status));
  }
  return chats;
}

/** A chat in which somebody has just asked the first question; `earlier` may have started it. */
export function createNewChat(random: Random, seed: number, workspace: Workspace, now: Date, earlier?: Chat): Chat {
  const uuid = random.uuid();
  const subject = createSubject(seed, uuid);
  const chat = createChat({ uuid, createdAt: now, now, random, workspace, subject, earlier }, firstStatus(random));
  return { ...chat, creditsUsedCount: 0 };
}

interface Frame {
  readonly uuid: string;
  readonly createdAt: Date;
  readonly now: Date;
  readonly random: Random;
  readonly workspace: Workspace;
  readonly subject: Subject;
  readonly earlier: Chat | undefined;
}

/** One chat; without a message where there is no status. */
function createChat(frame: Frame, status: Status | undefined): Chat {
  const { uuid, createdAt, random, workspace, subject } = frame;
  const agent = random.chance(0.03) ? undefined : workspace.agentOf(subject.play);
  const trigger = createTrigger(frame);
  const isAutomatic = trigger.type === "schedule" || trigger.type === "workflow";
  const userUuid = isAutomatic || random.chance(0.04) ? null : random.pick(workspace.users).uuid;
  const name = random.chance(0.035) ? null : fill(random.pick(subject.request.titles), subject.words);
  const lastMessage = status === undefined ? null : createLastMessage(frame, agent, userUuid, status);
  const chat: Chat = {
    uuid,
    slug: `${toSlug(name ?? "") || "chat"}-${uuid.slice(0, 6)}`,
    workspaceUuid: workspace.uuid,
    userUuid,
    agentUuid: agent?.uuid ?? null,
    releaseUuid: lastMessage?.releaseUuid ?? (trigger.type === "draft" ? null : (agent?.releaseUuids[0] ?? null)),
    name,
    trigger,
    activeStreamUuid: lastMessage?.status === "generating" ? random.uuid() : null,
    // Quarters are exact in binary, so that the messages' parts add up to the chat's sum.
    creditsUsedCount: lastMessage ? Math.round(longTail(random, 14)) / 4 : 0,
    createdAt: createdAt.toISOString(),
    updatedAt: lastMessage?.updatedAt ?? createdAt.toISOString(),
    deletedAt: null,
    lastMessage,
  };
  return chat;
}

function createLastMessage(
  frame: Frame,
  agent: Agent | undefined,
  userUuid: string | null,
  status: Status,
): LastMessage {
  const { random, now, workspace } = frame;
  const createdAt = later(frame.createdAt, 20 + longTail(random, 240), now);
  const finishedAt = unfinished.includes(status) ? null : later(createdAt, 2 + longTail(random, 14), now);
  const isDraft = random.chance(0.08);
  return {
    uuid: random.uuid(),
    workspaceUuid: workspace.uuid,
    agentUuid: agent?.uuid ?? null,
    releaseUuid: isDraft || !agent ? null : random.pick(agent.releaseUuids),
    chatUuid: frame.uuid,
    userUuid,
    status,
    errorMessage: status === "error" ? random.pick(errorMessages) : null,
    // A message that nobody has begun to answer is the user's own.
    type: status === "pending" && random.chance(0.5) ? "user" : "assistant",
    createdAt: createdAt.toISOString(),
    updatedAt: (finishedAt ?? later(createdAt, random.integer(1, 9), now)).toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    deletedAt: null,
  };
}
