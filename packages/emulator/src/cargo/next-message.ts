import type { components } from "@agent-chats/schema/cargo";
import type { Random } from "../random.ts";
import { createSettings } from "./agent-settings.ts";
import type { Chat } from "./chats.ts";
import { createExchanges } from "./exchanges.ts";
import { createMessage, type Message } from "./messages.ts";
import { createSubject } from "./subject.ts";
import type { Workspace } from "./workspace.ts";

type LastMessage = components["schemas"]["LastMessage"];

/** What the next message of a chat is made from. */
export interface NextMessageOrigin {
  readonly random: Random;
  readonly seed: number;
  readonly workspace: Workspace;
  readonly chat: Chat;
  /** What was said so far. */
  readonly messages: readonly Message[];
  readonly now: Date;
}

/** What is said next in a chat, now: by the agent where the user spoke last, else by the user. */
export function createNextMessage({ random, seed, workspace, chat, messages, now }: NextMessageOrigin): Message {
  const isAnswer = messages.at(-1)?.type === "user";
  const subject = createSubject(seed, chat.uuid);
  const settings = createSettings(random, workspace, chat, subject);
  const last = createHead(random, chat, isAnswer, now);
  const credits = isAnswer ? random.integer(1, 40) / 4 : null;
  const conversation = { chat, last, random, subject, settings, exchange: createExchanges(random, subject) };
  return createMessage(
    conversation,
    { isAnswer, isLast: true, createdAt: now, finishedAt: now, credits },
    messages.length,
  );
}

/** The part of a message that its chat shows too. */
export function toHead(message: Message): LastMessage {
  const { uuid, workspaceUuid, agentUuid, releaseUuid, chatUuid, userUuid } = message;
  const { status, errorMessage, type, createdAt, updatedAt, finishedAt, deletedAt } = message;
  const owner = { workspaceUuid, agentUuid, releaseUuid, chatUuid, userUuid };
  return { uuid, ...owner, status, errorMessage, type, createdAt, updatedAt, finishedAt, deletedAt } as LastMessage;
}

function createHead(random: Random, chat: Chat, isAnswer: boolean, now: Date): LastMessage {
  const { uuid: chatUuid, workspaceUuid = "", agentUuid = null, releaseUuid = null, userUuid = null } = chat;
  const time = now.toISOString();
  return {
    uuid: random.uuid(),
    workspaceUuid,
    agentUuid,
    releaseUuid,
    chatUuid,
    userUuid,
    status: "success",
    errorMessage: null,
    type: isAnswer ? "assistant" : "user",
    createdAt: time,
    updatedAt: time,
    finishedAt: time,
    deletedAt: null,
  };
}
