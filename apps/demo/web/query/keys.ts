import type { FilterName } from "@agent-chats/client/unified";
import type { Options } from "../model/filters.ts";

/** How the values of a filter are written. */
export type KeyKind =
  /** Words, one of which must fit. */
  | "words"
  /** `7d`, `2026-11-01` or a full time. */
  | "time"
  /** `yes` or `no`. */
  | "flag"
  /** `5`, `>=5`, `<=5` or `1..5`. */
  | "number";

/** A filter as it is typed, `key:value`, and as a chip. */
export interface FilterKey {
  readonly label: string;
  readonly kind: KeyKind;
  /** The filter of the client's; of a time or a number the end of its range. */
  readonly filter: FilterName | "vendor";
  readonly end?: "from" | "before";
  /** The words that there are, or with `isOpen` those that are known. */
  readonly options?: Options;
  readonly isOpen?: true;
  /** What it asks for, in a few words. */
  readonly hint: string;
}

const states = {
  open: "Open",
  snoozed: "Snoozed",
  closed: "Closed",
  running: "Running",
  done: "Done",
  failed: "Failed",
  cancelled: "Cancelled",
};

const channels = {
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
};

/** What can be typed before a colon, in the order of the chips. */
export const filterKeys = {
  vendor: {
    label: "Vendor",
    kind: "words",
    filter: "vendor",
    options: { cargo: "Cargo", cotool: "Cotool", invent: "Invent" },
    hint: "whose agents they are",
  },
  state: { label: "State", kind: "words", filter: "state", options: states, hint: "what the chat is at the moment" },
  agent: { label: "Agent", kind: "words", filter: "agent", isOpen: true, hint: "identifier of the agent" },
  channel: {
    label: "Channel",
    kind: "words",
    filter: "channel",
    options: channels,
    isOpen: true,
    hint: "what the customer writes through",
  },
  trigger: { label: "Trigger", kind: "words", filter: "trigger", isOpen: true, hint: "what started the chat" },
  since: { label: "Created since", kind: "time", filter: "created", end: "from", hint: "7d, today or 2026-11-01" },
  until: { label: "Created until", kind: "time", filter: "created", end: "before", hint: "7d, today or 2026-11-01" },
  "updated-since": { label: "Updated since", kind: "time", filter: "updated", end: "from", hint: "24h or 2026-11-01" },
  "updated-until": {
    label: "Updated until",
    kind: "time",
    filter: "updated",
    end: "before",
    hint: "24h or 2026-11-01",
  },
  unread: { label: "Unread", kind: "flag", filter: "unread", options: { yes: "Yes", no: "No" }, hint: "yes or no" },
  cost: { label: "Cost", kind: "number", filter: "cost", hint: ">=5, <=5 or 1..5" },
  score: { label: "Score", kind: "number", filter: "score", hint: ">=0.5, <=0.5 or 0.2..0.8" },
} as const satisfies Readonly<Record<string, FilterKey>>;

export type KeyName = keyof typeof filterKeys;

/** The key of a name, as the shared code sees it. */
export function keyOf(name: string): FilterKey | undefined {
  return Object.hasOwn(filterKeys, name) ? filterKeys[name as KeyName] : undefined;
}

/** Every name that can stand before a colon. */
export const keyNames = Object.keys(filterKeys) as KeyName[];
