import type { UnknownTag } from "@agent-chats/schema";
import type { components } from "@agent-chats/schema/invent";
import { type Random, weighted } from "../random.ts";
import { createFeatures, type Frame } from "./chats.ts";
import type { Subject } from "./subject.ts";

type Schemas = components["schemas"];
type Role = "user" | "assistant" | "event" | "note" | "tool" | "system";

const role = weighted<Role>(["assistant", 60], ["user", 31], ["event", 5], ["note", 3], ["tool", 0.6], ["system", 0.4]);

const errors = [
  "The model did not answer within 60 seconds",
  "Tool find_order failed: the shop answered with status 502",
  "WhatsApp: message refused, the 24-hour window is closed",
  "Content filter of the model stopped the answer",
  "The connection to Gmail has expired, sign in again",
] as const;

/** Texts that neither a customer nor an assistant wrote. */
const other: Readonly<Record<Exclude<Role, "user" | "assistant">, readonly string[]>> = {
  event: [
    "Chat was closed",
    "The assistant was switched off for this chat",
    "Chat was assigned",
    "Chat was reopened by the customer",
  ],
  note: [
    "Called the customer, will call back tomorrow",
    "VIP, be generous",
    "Same problem as last week, see the other chat",
  ],
  tool: ['{"status":"in_transit","eta_days":1}', '{"refund":"accepted"}'],
  system: ["The customer writes from a shop terminal."],
};

/** The newest message of a chat. */
export function createLastMessage(frame: Frame, subject: Subject): Schemas["Message"] {
  const { random, thread, status, createdAt, updatedAt } = frame;
  const author = status === "COMPLETED" ? role(random) : random.pick<Role>(["user", "assistant"]);
  const isModel = author === "assistant";
  return {
    id: random.uuid(),
    role: author,
    model: isModel ? (thread.assistant.config.model ?? null) : null,
    status,
    created_at: new Date(Math.max(createdAt.getTime(), updatedAt.getTime() - random.integer(1, 20_000))).toISOString(),
    updated_at: updatedAt.toISOString(),
    messages: [{ role: author, parts: createParts(random, author, subject) }],
    tools: isModel ? [...thread.assistant.tools] : null,
    features: isModel ? createFeatures(random) : null,
    member: author === "user" ? thread.author : null,
    error: status === "FAILED" ? random.pick(errors) : null,
    usage: isModel ? createUsage(random) : null,
  };
}

function createParts(random: Random, author: Role, subject: Subject): Schemas["Part"][] {
  const text = author === "user" || author === "assistant" ? subject.say(author) : random.pick(other[author]);
  const isSpoken = author === "user" && random.chance(0.05);
  const parts: Schemas["Part"][] = [isSpoken ? createSpokenPart(random, text) : { type: "text", text, audio: null }];
  // One of the kinds that the reference page does not show.
  if (author === "user" && random.chance(0.04)) {
    parts.push({ type: "image" as UnknownTag, url: `https://media.halcyonvale.example/uploads/${random.uuid()}.jpg` });
  }
  return parts;
}

/** A voice message: what was said, and the recording. */
function createSpokenPart(random: Random, text: string): Schemas["TextPart"] {
  const id = random.uuid();
  const [folder, seconds] = ["audio", random.integer(3, 40)];
  return {
    type: "text",
    text,
    audio: {
      id,
      file_path: `${folder}/${id}.ogg`,
      file_filename: "voice-message.ogg",
      file_size: seconds * 3100,
      file_mimetype: "audio/ogg",
      file_url: `https://media.halcyonvale.example/${folder}/${id}.ogg`,
      created_at: null,
    },
    start_timestamp: 0,
    end_timestamp: seconds,
  };
}

function createUsage(random: Random): Schemas["Usage"] {
  const [input, output] = [random.integer(600, 9000), random.integer(20, 420)];
  return {
    input_tokens: input,
    output_tokens: output,
    total_tokens: input + output,
    reasoning_tokens: random.chance(0.6) ? 0 : random.integer(40, 900),
    cached_input_tokens: random.chance(0.4) ? null : Math.floor(input * random.next()),
  };
}
