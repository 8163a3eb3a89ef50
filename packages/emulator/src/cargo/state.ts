import type { components } from "@agent-chats/schema/cargo";
import { type ChangingList, createChangingList } from "../changing-list.ts";
import { createCollection } from "../collection.ts";
import { toSlug } from "../data/phrases.ts";
import { createRandom } from "../random.ts";
import type { Origin } from "../vendor-emulation.ts";
import { type Chat, createChats, createNewChat } from "./chats.ts";
import { createConversations } from "./conversations.ts";
import type { Message } from "./messages.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** The data of Cargo. */
export interface CargoState {
  readonly workspace: Workspace;
  /** All chats, the newest created first. */
  readonly chats: readonly Chat[];
  /** The messages of a chat in their order; undefined where there is no such chat. */
  messagesOf(chatUuid: string): readonly Message[] | undefined;
  /** The same chats as a list that can change. */
  readonly chatList: ChangingList<Chat>;
  /** The same messages as a list that can change. */
  messageListOf(chatUuid: string): ChangingList<Message> | undefined;
  /** Opens a chat, as the vendor does: it has no message yet, and stands in the list at once. */
  create(chat: components["schemas"]["NewChat"]): Chat;
}

/** Makes the data. Messages are made when they are asked for. */
export function createCargoState(origin: Origin): CargoState {
  const { seed, clock } = origin;
  const workspace = createWorkspace(seed);
  const conversations = createConversations(seed, workspace, clock);
  const collection = createCollection(createChats(origin, workspace), (chat) => chat.createdAt);
  const { items: chats } = collection;
  const byUuid = new Map(chats.map((chat) => [chat.uuid, chat]));
  const find = (uuid: string) => byUuid.get(uuid.toLowerCase());
  const remember = (chat: Chat) => {
    byUuid.set(chat.uuid, chat);
    return chat;
  };
  const created = createRandom(`${seed}/cargo/created`);
  const random = createRandom(`${seed}/cargo/new-chats`);
  return {
    workspace,
    chats,
    chatList: createChangingList(collection, {
      create: () => remember(createNewChat(random, seed, workspace, clock(), chats[0])),
      touch: (chat) => remember({ ...chat, updatedAt: clock().toISOString() }),
      forget: (chat) => void byUuid.delete(chat.uuid),
    }),
    messagesOf(chatUuid) {
      const chat = find(chatUuid);
      return chat && conversations.messagesOf(chat);
    },
    messageListOf(chatUuid) {
      const chat = find(chatUuid);
      const replace = (changed: Chat) => {
        const index = chats.findIndex(({ uuid }) => uuid === changed.uuid);
        collection.replace(index, remember(changed));
      };
      return chat && conversations.listOf(chat, replace);
    },
    create(given) {
      const chat = remember(toCreatedChat(given, created.uuid(), workspace, clock()));
      collection.insert(chat);
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
