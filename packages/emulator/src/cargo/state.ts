import type { components } from "@agent-chats/schema/cargo";
import { createCollection } from "../collection.ts";
import { toSlug } from "../data/phrases.ts";
import { createRandom } from "../random.ts";
import type { Origin } from "../vendor-emulation.ts";
import { type Chat, createChats } from "./chats.ts";
import { createMessages, type Message } from "./messages.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** The data of Cargo. */
export interface CargoState {
  readonly workspace: Workspace;
  /** All chats, the newest created first. */
  readonly chats: readonly Chat[];
  /** The messages of a chat in their order; undefined where there is no such chat. */
  messagesOf(chatUuid: string): readonly Message[] | undefined;
  /** Opens a chat, as the vendor does: it has no message yet, and stands in the list at once. */
  create(chat: components["schemas"]["NewChat"]): Chat;
}

/** Makes the data. Messages are made when they are asked for. */
export function createCargoState(origin: Origin): CargoState {
  const { seed, clock } = origin;
  const workspace = createWorkspace(seed);
  const collection = createCollection(createChats(origin, workspace), (chat) => chat.createdAt);
  const byUuid = new Map(collection.items.map((chat) => [chat.uuid, chat]));
  const random = createRandom(`${seed}/cargo/created`);
  return {
    workspace,
    chats: collection.items,
    messagesOf(chatUuid) {
      const chat = byUuid.get(chatUuid.toLowerCase());
      return chat && createMessages(seed, workspace, chat);
    },
    create(given) {
      const chat = toCreatedChat(given, random.uuid(), workspace, clock());
      collection.insert(chat);
      byUuid.set(chat.uuid, chat);
      return chat;
    },
  };
}

function toCreatedChat(
  { trigger, name, agentUuid, releaseUuid }: components["schemas"]["NewChat"],
  uuid: string,
  workspace: Workspace,
  createdAt: Date,
): Chat {
  return {
    uuid,
    slug: `${toSlug(name ?? "") || "chat"}-${uuid.slice(0, 6)}`,
    workspaceUuid: workspace.uuid,
    // A token belongs to a workspace, not to a user.
    userUuid: null,
    agentUuid: agentUuid ?? null,
    releaseUuid: releaseUuid ?? null,
    name: name ?? null,
    trigger,
    activeStreamUuid: null,
    creditsUsedCount: 0,
    createdAt: createdAt.toISOString(),
    updatedAt: createdAt.toISOString(),
    deletedAt: null,
    lastMessage: null,
  };
}
