import type { components } from "@agent-chats/schema/cargo";
import { createRandom, type Random } from "../random.ts";
import { type AgentSettings, createSettings } from "./agent-settings.ts";
import type { Chat } from "./chats.ts";
import { createExchanges, type Exchange } from "./exchanges.ts";
import { createAnswerParts, createQuestionParts } from "./parts.ts";
import { createSubject, type Subject } from "./subject.ts";
import { createTurns, type Turn } from "./turns.ts";
import type { Workspace } from "./workspace.ts";

export type Message = components["schemas"]["Message"];
type LastMessage = components["schemas"]["LastMessage"];

/** What is the same for all messages of a chat. */
export interface Conversation {
  readonly chat: Chat;
  readonly last: LastMessage;
  readonly random: Random;
  readonly subject: Subject;
  readonly settings: AgentSettings;
  /** What is said in an exchange, by its place. */
  readonly exchange: (index: number) => Exchange;
}

/** The messages of a chat in their order: users and agent take turns. Made from the chat, the same at every call. */
export function createMessages(seed: number, workspace: Workspace, chat: Chat): Message[] {
  const { lastMessage: last } = chat;
  if (!last) return [];
  const random = createRandom(`${seed}/cargo/messages/${chat.uuid}`);
  const subject = createSubject(seed, chat.uuid);
  const isAnswered = last.type === "assistant";
  const isAnswering = isAnswered && last.finishedAt == null;
  const answers = last.createdAt === chat.createdAt ? Number(isAnswered) : drawAnswers(random, isAnswered, isAnswering);
  const turns = createTurns(random, {
    count: answers * 2 + (isAnswered ? 0 : 1),
    finished: isAnswering ? answers - 1 : answers,
    from: new Date(chat.createdAt),
    to: new Date(last.createdAt),
    credits: chat.creditsUsedCount ?? 0,
  });
  const settings = createSettings(random, workspace, chat, subject);
  const conversation = { chat, last, random, subject, settings, exchange: createExchanges(random, subject) };
  return turns.map((turn, index) => createMessage(conversation, turn, index));
}

/** How many answers a chat has that did not begin at this very moment. */
function drawAnswers(random: Random, isAnswered: boolean, isAnswering: boolean): number {
  const most = isAnswered ? 6 : 5;
  return random.integer(isAnswering ? 2 : 1, random.chance(0.3) ? most : 3);
}

/** The message of a turn, at its place in the chat. Its head is that of the chat's last message where it is the last. */
export function createMessage(conversation: Conversation, turn: Turn, index: number): Message {
  const { chat, last, random, subject, settings } = conversation;
  const { isAnswer } = turn;
  const isFirst = index === 0;
  const [question, answer] = conversation.exchange(Math.floor(index / 2));
  const head = turn.isLast ? last : toEarlierHead(conversation, turn);
  const isGood = isAnswer && head.status === "success";
  const parts = isAnswer
    ? createAnswerParts(random, subject, answer, head.status)
    : createQuestionParts(random, subject, question, isFirst, chat.trigger);
  return {
    ...head,
    ...settings,
    parts,
    usage: turn.credits === null ? null : createUsage(conversation, turn.credits),
    output: isGood && random.chance(0.1) ? { score: random.integer(20, 98) } : null,
    meta: isFirst && chat.trigger?.type === "connector" ? { source: "connector" } : null,
    suggestedActions: isGood ? createSuggestions(random, subject) : [],
    temporalWorkflowId: isAnswer ? `agent-message-${head.uuid}` : null,
  };
}

/** An earlier message ended well: a chat goes on only after an answer, and its failure is its last message. */
function toEarlierHead({ last, random }: Conversation, { isAnswer, createdAt, finishedAt }: Turn): LastMessage {
  return {
    ...last,
    uuid: random.uuid(),
    status: "success",
    errorMessage: null,
    type: isAnswer ? "assistant" : "user",
    createdAt: createdAt.toISOString(),
    updatedAt: finishedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
  };
}

function createUsage({ random, settings }: Conversation, creditsUsedCount: number): components["schemas"]["Usage"] {
  const { languageModelSlug, connectorUuid } = settings;
  return {
    tokensUsedCount: random.integer(900, 38_000),
    creditsUsedCount,
    ...(languageModelSlug && { languageModelSlug }),
    ...(connectorUuid && { connectorUuid }),
  };
}

const suggestions = ["Write it to the CRM", "Draft an email", "Show the sources", "Ask the account owner"] as const;

function createSuggestions(random: Random, { play }: Subject): components["schemas"]["SuggestedAction"][] {
  if (random.chance(0.6)) return [];
  return [{ text: random.pick(suggestions), tools: [{ slug: random.pick(play.tools) }] }];
}
