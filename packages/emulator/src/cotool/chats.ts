import type { components } from "@agent-chats/schema/cotool";
import { createInstants, later, liveCount, longTail } from "../data/calendar.ts";
import { fill } from "../data/phrases.ts";
import { createRandom, type Random, weighted } from "../random.ts";
import type { Origin } from "../vendor-emulation.ts";
import type { Agent, Organization } from "./organization.ts";
import { createEvaluation, createResult, outputSchema } from "./outcome.ts";
import { createSubject } from "./subject.ts";

export type Chat = components["schemas"]["Chat"];

/** How far an investigation is. */
type Course = "done" | "failed" | "running";

const settled = weighted<Course>(["done", 94.5], ["failed", 5], ["running", 0.5]);
const live = weighted<Course>(["running", 70], ["done", 26], ["failed", 4]);

const errors = [
  "Tool okta_get_user failed: 429 Too Many Requests",
  "The language model returned no answer within 300 seconds",
  "Panther API: alert not found, it may have been deleted",
  "Maximum number of turns (40) reached",
  "Structured output did not match the schema after 3 attempts",
  "CrowdStrike: access denied, scope hosts:read is missing",
  "Connection to the MCP server was closed",
] as const;

/** Makes the chats of all agents, the newest first. */
export function createChats({ seed, chats: count, now }: Origin, organization: Organization): Chat[] {
  const random = createRandom(`${seed}/cotool/chats`);
  const firstSettled = liveCount(count);
  return createInstants(random, count, now).map((createdAt, index) => {
    const course = (index < firstSettled ? live : settled)(random);
    return createChat({ random, organization, agent: organization.pickAgent(random), course, createdAt, now });
  });
}

/** A chat that an agent has just begun. */
export function createNewChat(random: Random, organization: Organization, agent: Agent, now: Date): Chat {
  return createChat({ random, organization, agent, course: live(random), createdAt: now, now });
}

interface Frame {
  readonly random: Random;
  readonly organization: Organization;
  readonly agent: Agent;
  readonly course: Course;
  readonly createdAt: Date;
  readonly now: Date;
}

function createChat({ random, organization, agent, course, createdAt, now }: Frame): Chat {
  const { playbook } = agent;
  const words = createSubject(random);
  const updatedAt = later(createdAt, 15 + longTail(random, course === "running" ? 60 : 260), now);
  const isUntitled = random.chance(course === "running" ? 0.35 : 0.025);
  const given = random.pick(playbook.cases);
  const result = course === "done" ? createResult(random, playbook, given, words) : null;
  return {
    id: random.uuid(),
    organizationId: organization.id,
    title: isUntitled ? null : fill(given[0], words),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    experience: "chat",
    modelAlias: random.chance(0.04) ? null : agent.modelAlias,
    agentId: agent.agentId,
    ...createOccasion(random, organization, agent),
    isStreaming: course === "running",
    result,
    structuredOutputSchema: playbook.isStructured ? outputSchema : null,
    error: course === "failed" ? fill(random.pick(errors), words) : null,
    ...createEvaluation(random, playbook, course === "done"),
  };
}

/** What started the chat: a trigger, or a person; with a detection or without. */
function createOccasion(random: Random, organization: Organization, { playbook, triggerIds }: Agent) {
  const index = random.integer(0, playbook.triggers.length - 1);
  const trigger = playbook.triggers[index] ?? playbook.triggers[0];
  const isManual = trigger?.source === "manual";
  const hasDetection = playbook.platforms.length > 0 && random.chance(isManual ? 0.3 : 0.85);
  return {
    userId: isManual || random.chance(0.12) ? random.pick(organization.users).id : null,
    detectionId: hasDetection ? `det_${random.integer(10_000, 99_999)}` : null,
    detectionPlatform: hasDetection ? random.pick(playbook.platforms) : null,
    triggerId: isManual ? null : (triggerIds[index] ?? null),
    triggerName: isManual ? null : (trigger?.name ?? null),
    triggerSource: trigger?.source ?? null,
    triggerDescription: trigger?.description ?? null,
  } satisfies Partial<Chat>;
}
