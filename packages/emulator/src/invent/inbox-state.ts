import type { components } from "@agent-chats/schema/invent";
import { later } from "../data/calendar.ts";
import { weighted } from "../random.ts";
import type { Frame } from "./chats.ts";
import type { Colleague } from "./organization.ts";

type Schemas = components["schemas"];
type State = "OPEN" | "SNOOZED" | "CLOSED";

/** What is older than some days is mostly dealt with. */
const recent = weighted<State>(["OPEN", 60], ["SNOOZED", 12], ["CLOSED", 28]);
const old = weighted<State>(["CLOSED", 84], ["OPEN", 11], ["SNOOZED", 5]);

/** How the chat stands in the support inbox. Only what is open has messages that nobody has seen. */
export function createInboxState(
  { random, thread, createdAt, updatedAt, now }: Frame,
  assigned: Colleague | undefined,
  lastMessage: Schemas["Message"] | null,
): Schemas["ChatState"] {
  const { assistant, integration, conversationId } = thread;
  const isRecent = now.getTime() - updatedAt.getTime() < 5 * 24 * 3_600_000;
  const state = (isRecent ? recent : old)(random);
  const waits = state === "OPEN" && lastMessage?.role === "user";
  return {
    id: random.uuid(),
    state,
    integration_id: integration.channel,
    assistant_id: assistant.id,
    assistant_integration_id: integration.id,
    conversation_id: conversationId,
    ai_enabled: random.chance(0.01) ? null : random.chance(assigned ? 0.45 : 0.93),
    admin_unseen_count: waits && random.chance(0.8) ? random.integer(1, 6) : 0,
    user_unseen_count: lastMessage?.role === "assistant" && random.chance(0.25) ? random.integer(1, 3) : 0,
    assistant_integration: { id: integration.id, enabled: integration.enabled },
    assigned_user: assigned ?? null,
    assigned_at: assigned ? later(createdAt, random.integer(20, 1800), updatedAt).toISOString() : null,
    assistant_config: random.chance(0.02) ? null : assistant.config,
  };
}
