import { isAgentChatsError } from "@agent-chats/client";
import { createCargo } from "@agent-chats/client/cargo";
import { type Row, usualOptions } from "../../../../packages/client/test/hostile/row.ts";
import { plantedHeaders, plantedText, type Rival, type Situation } from "./rival.ts";

const times = { createdAt: "2026-11-18T08:41:07.214Z", updatedAt: "2026-11-18T08:50:12.630Z" };
const chats = ["1", "2"].map((uuid) => ({ uuid, ...times }));

/** Our client, with the options of the row. */
export function createOurs({ options }: Row): Rival {
  const clientOf = ({ baseUrl, token }: Situation) =>
    createCargo({ ...usualOptions, ...options, token, baseUrl, headers: plantedHeaders });
  return {
    name: "agent-chats",
    does: "`cargo.chats.list().toArray()`, and `cargo.chats.create()`, with short timeouts and pauses",
    takesFunction: true,
    valid: { list: { chats }, create: { chat: chats[0] } },
    list: (situation) =>
      clientOf(situation).chats.list({ name: plantedText }, { signal: situation.signal }).toArray({ maxItems: 2 }),
    create: (situation) =>
      clientOf(situation).chats.create({ trigger: { type: "draft" }, name: plantedText }, { signal: situation.signal }),
    isOwnError: isAgentChatsError,
  };
}
