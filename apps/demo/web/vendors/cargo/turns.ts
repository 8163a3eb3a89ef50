import type { Cargo, Message } from "@agent-chats/client/cargo";
import { toWords } from "../../format/words.ts";
import type { ReadPage, Turn } from "../../model/row.ts";
import { toParts } from "../parts.ts";
import { badge } from "../values.ts";
import { messageStatuses, statusTones } from "./filters.ts";

/** Reads the messages of a chat. */
export function createTurnReader(cargo: Cargo, chatUuid: string): ReadPage<Turn> {
  const listing = cargo.messages.list({ chatUuid });
  return async (cursor, signal) => {
    const page = await listing.page(cursor, { signal });
    return { ...page, items: page.items.map(toTurn) };
  };
}

function toTurn(message: Message): Turn {
  const isAgent = message.type === "assistant";
  return {
    id: message.uuid,
    author: isAgent ? "Agent" : toWords(message.type ?? "unknown"),
    isAgent,
    at: message.createdAt,
    ...(message.status === "success" ? {} : { state: badge(message.status, statusTones, messageStatuses) }),
    error: message.errorMessage,
    parts: toParts(message.parts),
  };
}
