import type { components } from "@agent-chats/schema/invent";
import { createInstants, later, liveCount, longTail } from "../data/calendar.ts";
import { createRandom, type Random, weighted } from "../random.ts";
import type { Origin } from "../vendor-emulation.ts";
import { createInboxState } from "./inbox-state.ts";
import { createLastMessage } from "./last-message.ts";
import type { Organization } from "./organization.ts";
import { createSubject } from "./subject.ts";
import { createThread, type Thread, toMember } from "./threads.ts";

export type Chat = components["schemas"]["Chat"];
type Status = "RUNNING" | "COMPLETED" | "FAILED" | "CANCELED";

const settled = weighted<Status>(["COMPLETED", 93], ["FAILED", 3.6], ["CANCELED", 2.9], ["RUNNING", 0.5]);
const live = weighted<Status>(["RUNNING", 65], ["COMPLETED", 31], ["FAILED", 4]);
const visibility = weighted(["PRIVATE", 94], ["PUBLIC_READ", 5], ["PUBLIC_WRITE", 1]);

/** What is decided before a chat is put together. */
export interface Frame {
  readonly random: Random;
  readonly organization: Organization;
  readonly thread: Thread;
  readonly status: Status;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly now: Date;
}

/** Makes the chats of an organisation, the oldest first, so that each may go on with an earlier conversation. */
export function createChats({ seed, chats: count, now }: Origin, organization: Organization): Chat[] {
  const random = createRandom(`${seed}/invent/chats`);
  const firstLive = count - liveCount(count);
  const threads: Thread[] = [];
  return createInstants(random, count, now)
    .reverse()
    .map((createdAt, index) => {
      const known = random.chance(0.3) ? threads[threads.length - random.integer(1, 400)] : undefined;
      const thread = known ?? createThread(random, organization);
      if (!known) threads.push(thread);
      const status = (index < firstLive ? settled : live)(random);
      const updatedAt = later(createdAt, 30 + longTail(random, status === "RUNNING" ? 60 : 2400), now);
      return createChat({ random, organization, thread, status, createdAt, updatedAt, now });
    });
}

/** A chat in which somebody has just written for the first time. */
export function createNewChat(random: Random, organization: Organization, now: Date): Chat {
  const thread = createThread(random, organization);
  return createChat({ random, organization, thread, status: live(random), createdAt: now, updatedAt: now, now });
}

function createChat(frame: Frame): Chat {
  const { random, organization, thread, status, createdAt, updatedAt } = frame;
  const { assistant, integration, author } = thread;
  const id = random.uuid();
  const assigned = random.chance(0.42) ? random.pick(organization.colleagues) : undefined;
  const subject = createSubject(
    random,
    assistant.topic(random),
    thread.language,
    random.pick(organization.colleagues).name,
  );
  const lastMessage = random.chance(0.01) ? null : createLastMessage(frame, subject);
  const isShared = visibility(random);
  return {
    id,
    title: random.chance(0.04) ? null : subject.title,
    model: assistant.config.model ?? "gpt-5-mini",
    members: [author, ...(assigned ? [toMember(random.uuid(), assigned)] : [])],
    temporary: integration.channel === "internal" && isRecent(frame) && random.chance(0.3),
    visibility: isShared,
    pinned: random.chance(0.02),
    status,
    shared_url: isShared === "PRIVATE" ? null : `https://share.useinvent.example/${id.slice(0, 13)}`,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
    tools: random.chance(0.03) ? null : [...assistant.tools],
    features: createFeatures(random),
    org_id: organization.id,
    state: random.chance(0.01) ? null : createInboxState(frame, assigned, lastMessage),
    link: author.contact_channel?.link ?? null,
    last_message: lastMessage,
  };
}

/** A temporary chat is deleted after a day without anything new. */
function isRecent({ updatedAt, now }: Frame): boolean {
  return now.getTime() - updatedAt.getTime() < 24 * 3_600_000;
}

/** Abilities that are switched off are missing or null. */
export function createFeatures(random: Random): components["schemas"]["Features"] | null {
  if (random.chance(0.2)) return null;
  return {
    ...(random.chance(0.4) && { web_search: {} }),
    reasoning: random.chance(0.5) ? { effort: random.pick(["low", "low", "medium"]) } : null,
  };
}
