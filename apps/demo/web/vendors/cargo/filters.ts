import type { ChatFilters } from "@agent-chats/client/cargo";
import { choiceOf, choicesOf, dayOf, type FilterField, type FilterValues, textOf } from "../../model/filters.ts";
import type { Tone } from "../../model/row.ts";

type TriggerType = NonNullable<ChatFilters["triggerType"]>;
type MessageStatus = NonNullable<ChatFilters["messageStatuses"]>[number];

/** What can start a chat. */
export const triggerTypes = {
  connector: "Connector",
  draft: "Draft",
  web_extension: "Web extension",
  app: "App",
  workflow: "Workflow",
  chat: "Another chat",
  schedule: "Schedule",
} satisfies Record<TriggerType, string>;

/** States of a message. */
export const messageStatuses = {
  pending: "Pending",
  generating: "Generating",
  success: "Success",
  error: "Error",
  cancelling: "Cancelling",
  cancelled: "Cancelled",
} satisfies Record<MessageStatus, string>;

/** Colours of these states. */
export const statusTones = {
  pending: "neutral",
  generating: "progress",
  success: "good",
  error: "bad",
  cancelling: "warning",
  cancelled: "neutral",
} satisfies Record<MessageStatus, Tone>;

/** The filters of Cargo's listing. */
export const filters: readonly FilterField[] = [
  { kind: "search", name: "name", label: "Search names" },
  { kind: "choice", name: "triggerType", label: "Trigger", options: triggerTypes },
  { kind: "choices", name: "messageStatuses", label: "Last message", options: messageStatuses },
  { kind: "day", name: "createdAfter", label: "Created after", group: "Created", short: "After" },
  { kind: "day", name: "createdBefore", label: "Created before", group: "Created", short: "Before" },
  { kind: "id", name: "agentUuid", label: "Agent" },
];

/** The filters as the client takes them. */
export function toFilters(values: FilterValues): ChatFilters {
  return {
    name: textOf(values, "name"),
    triggerType: choiceOf(values, "triggerType", triggerTypes),
    messageStatuses: choicesOf(values, "messageStatuses", messageStatuses),
    createdAfter: dayOf(values, "createdAfter"),
    createdBefore: dayOf(values, "createdBefore"),
    agentUuid: textOf(values, "agentUuid"),
  };
}
