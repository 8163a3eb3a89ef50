import type { ChatFilters } from "@agent-chats/client/invent";
import { choiceOf, type FilterField, type FilterValues, textOf } from "../../model/filters.ts";
import type { Tone } from "../../model/row.ts";

/** `ALL` is the same as no filter; the control has its own word for that. */
type Choice<Name extends keyof ChatFilters> = Exclude<NonNullable<ChatFilters[Name]>, "ALL">;

/** How far an answer is. */
export const statuses = {
  RUNNING: "Running",
  COMPLETED: "Completed",
  FAILED: "Failed",
  CANCELED: "Canceled",
} satisfies Record<Choice<"status">, string>;

/** Colours of these. */
export const statusTones = {
  RUNNING: "progress",
  COMPLETED: "good",
  FAILED: "bad",
  CANCELED: "neutral",
} satisfies Record<Choice<"status">, Tone>;

/** Whether a chat waits for somebody. */
export const states = { OPEN: "Open", SNOOZED: "Snoozed", CLOSED: "Closed" } satisfies Record<Choice<"state">, string>;

/** Colours of these. */
export const stateTones = {
  OPEN: "progress",
  SNOOZED: "warning",
  CLOSED: "neutral",
} satisfies Record<Choice<"state">, Tone>;

/** Kinds of channels. */
export const channels = {
  internal: "Internal",
  custom: "Custom",
  whatsapp_bot: "WhatsApp",
  messenger_bot: "Messenger",
  instagram_dm: "Instagram",
  twilio: "Twilio",
  slack_bot: "Slack",
  telegram_bot: "Telegram",
  gmail: "Gmail",
  google_calendar: "Google Calendar",
} satisfies Record<Choice<"integration_id">, string>;

const assistant = { ENABLED: "On", DISABLED: "Off" } satisfies Record<Choice<"ai_status">, string>;

const inboxViews = {
  UNREAD: "Unread",
  UNRESOLVED: "Unresolved",
  RESOLVED: "Resolved",
  ASSIGNED_TO_ME: "Assigned to me",
  UNASSIGNED: "Unassigned",
} satisfies Record<Choice<"filter">, string>;

/** The filters of Invent's listing. */
export const filters: readonly FilterField[] = [
  { kind: "search", name: "search", label: "Search chats", maximumLength: 256 },
  { kind: "choice", name: "state", label: "State", options: states },
  { kind: "choice", name: "status", label: "Answer", options: statuses },
  { kind: "choice", name: "ai_status", label: "Assistant", options: assistant },
  { kind: "choice", name: "filter", label: "Inbox", options: inboxViews },
  { kind: "choice", name: "integration_id", label: "Channel", options: channels },
];

/** The filters as the client takes them; `c` is the organisation of the key. */
export function toFilters(values: FilterValues): ChatFilters {
  return {
    org_id: "c",
    search: textOf(values, "search"),
    state: choiceOf(values, "state", states),
    status: choiceOf(values, "status", statuses),
    ai_status: choiceOf(values, "ai_status", assistant),
    filter: choiceOf(values, "filter", inboxViews),
    integration_id: choiceOf(values, "integration_id", channels),
  };
}
