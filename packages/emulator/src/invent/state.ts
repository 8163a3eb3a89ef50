import { createCollection } from "../collection.ts";
import type { Origin } from "../vendor-emulation.ts";
import { type Chat, createChats } from "./chats.ts";
import { createOrganization } from "./organization.ts";

/** The data of Invent. */
export interface InventState {
  readonly orgId: string;
  /** The user that the token belongs to: `ASSIGNED_TO_ME` means this one. */
  readonly userId: string;
  /** All chats, the newest updated first. */
  readonly chats: readonly Chat[];
}

/** Makes the data. */
export function createInventState(origin: Origin): InventState {
  const organization = createOrganization(origin.seed, origin.now);
  const collection = createCollection(createChats(origin, organization), (chat) => chat.updated_at ?? "");
  return { orgId: organization.id, userId: organization.colleagues[0].id, chats: collection.items };
}
