import { type ChangingList, createChangingList } from "../changing-list.ts";
import { createCollection } from "../collection.ts";
import { createRandom } from "../random.ts";
import type { Origin } from "../vendor-emulation.ts";
import { type Chat, createChats, createNewChat } from "./chats.ts";
import { createOrganization } from "./organization.ts";

/** The data of Invent. */
export interface InventState {
  readonly orgId: string;
  /** The user that the token belongs to: `ASSIGNED_TO_ME` means this one. */
  readonly userId: string;
  /** All chats, the newest updated first. */
  readonly chats: readonly Chat[];
  /** The same chats as a list that can change. */
  readonly chatList: ChangingList<Chat>;
}

/** Makes the data. */
export function createInventState(origin: Origin): InventState {
  const { seed, now, clock } = origin;
  const organization = createOrganization(seed, now);
  const random = createRandom(`${seed}/invent/new-chats`);
  const collection = createCollection(createChats(origin, organization), (chat) => chat.updated_at ?? "");
  const chatList = createChangingList(collection, {
    create: () => createNewChat(random, organization, clock()),
    touch: (chat) => ({ ...chat, updated_at: clock().toISOString() }),
  });
  return { orgId: organization.id, userId: organization.colleagues[0].id, chats: collection.items, chatList };
}
