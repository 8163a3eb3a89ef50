import type { components } from "@agent-chats/schema/invent";
import { createPerson } from "../data/people.ts";
import { toSlug } from "../data/phrases.ts";
import { createRandom, type Random, type Weighted, weighted } from "../random.ts";
import { desks } from "./more-topics.ts";
import { createTools } from "./tools.ts";
import type { Topic } from "./topics.ts";

type Schemas = components["schemas"];

/** Kind of an integration. */
export type Channel =
  | "internal"
  | "custom"
  | "whatsapp_bot"
  | "messenger_bot"
  | "instagram_dm"
  | "twilio"
  | "slack_bot"
  | "telegram_bot"
  | "gmail"
  | "google_calendar";

/** An assistant's place in one channel. */
export interface Integration {
  readonly id: string;
  readonly channel: Channel;
  readonly enabled: boolean;
}

/** An assistant of the organisation. */
export interface Assistant {
  readonly id: string;
  readonly name: string;
  readonly topic: Weighted<Topic>;
  readonly integration: Weighted<Integration>;
  readonly config: Schemas["AssistantConfig"];
  readonly tools: readonly Schemas["Tool"][];
  readonly isForColleagues: boolean;
}

/** A person of the organisation. */
export type Colleague = Schemas["AssignedUser"] & { readonly id: string; readonly name: string };

/** What stays the same in an organisation while chats come and go. */
export interface Organization {
  readonly id: string;
  /** The people; the first is the one that the token belongs to. */
  readonly colleagues: readonly [Colleague, ...Colleague[]];
  readonly assistant: Weighted<Assistant>;
}

/** Through which channels an assistant is reached, with how frequent each is. */
const channels: Readonly<Record<keyof typeof desks, readonly (readonly [Channel, number])[]>> = {
  "Shop Concierge": [
    ["whatsapp_bot", 8],
    ["instagram_dm", 5],
    ["internal", 6],
    ["messenger_bot", 3],
    ["telegram_bot", 2],
  ],
  "Returns Desk": [
    ["whatsapp_bot", 5],
    ["gmail", 5],
    ["internal", 3],
    ["custom", 1],
  ],
  "Studio Booking": [
    ["whatsapp_bot", 4],
    ["twilio", 3],
    ["google_calendar", 1],
    ["instagram_dm", 2],
  ],
  "Billing Desk": [
    ["gmail", 6],
    ["internal", 3],
    ["custom", 1.5],
  ],
  "Team Helper": [
    ["slack_bot", 6],
    ["internal", 2],
  ],
};

const shares = weighted<keyof typeof desks>(
  ["Shop Concierge", 42],
  ["Returns Desk", 22],
  ["Studio Booking", 15],
  ["Billing Desk", 14],
  ["Team Helper", 7],
);

/** Makes the organisation of a seed. */
export function createOrganization(seed: number, now: Date): Organization {
  const random = createRandom(`${seed}/invent/organization`);
  const id = random.uuid();
  const createAssistants = Object.keys(desks) as (keyof typeof desks)[];
  const assistants = new Map(createAssistants.map((name) => [name, createAssistant(random, name)]));
  return {
    id,
    colleagues: [createColleague(random, now), ...Array.from({ length: 8 }, () => createColleague(random, now))],
    assistant: (source) => assistants.get(shares(source)) ?? createAssistant(source, "Shop Concierge"),
  };
}

function createColleague(random: Random, now: Date): Colleague {
  const { name, handle } = createPerson(random);
  return {
    id: random.uuid(),
    name,
    email: `${handle}@halcyonvale.example`,
    avatar: random.chance(0.3) ? null : `https://media.halcyonvale.example/avatars/${handle}.jpg`,
    seen_at: new Date(now.getTime() - random.integer(0, 40 * 3_600_000)).toISOString(),
  };
}

function createAssistant(random: Random, name: keyof typeof desks): Assistant {
  const integrations = channels[name].map(([channel, weight]): [Integration, number] => [
    { id: random.uuid(), channel, enabled: random.chance(0.92) },
    weight,
  ]);
  const topics: readonly (readonly [Topic, number])[] = desks[name];
  return {
    id: random.uuid(),
    name,
    topic: weighted(...topics),
    integration: weighted(...integrations),
    config: createConfig(random, name),
    tools: createTools(random, name),
    isForColleagues: name === "Team Helper",
  };
}

function createConfig(random: Random, name: string): Schemas["AssistantConfig"] {
  return {
    language: random.pick(["auto", "auto", "en"]),
    model: random.pick(["gpt-5-mini", "claude-haiku", "gemini-flash"]),
    stt: { model: "whisper-1" },
    tts: random.chance(0.4) ? null : { model: "gpt-4o-mini-tts", voice_id: random.pick(["coral", "sage", "ash"]) },
    conversation: {
      thread_mode: "new",
      enable_memories: random.chance(0.5),
      enable_transfer_to_human_tool: true,
      welcome_banner: random.chance(0.4) ? null : "We answer from 8 to 18, Lisbon time",
      suggested_messages: ["Where is my parcel?", "I want to return something"],
      auto_intro_message: `Hello, this is the ${name} of Halcyon & Vale. What can I do for you?`,
      enable_end_conversation_tool: true,
      enable_block_contact_tool: random.chance(0.3),
      enable_private_chats: false,
    },
    knowledge_scope: "all",
    instructions: `You are the ${name} of Halcyon & Vale. Never promise a day of delivery. (${toSlug(name)})`,
  };
}
