import { type Collection, createCollection } from "../collection.ts";
import type { Origin } from "../vendor-emulation.ts";
import { type Chat, createChats } from "./chats.ts";
import { createOrganization } from "./organization.ts";

/** The data of Cotool. */
export interface CotoolState {
  readonly organizationId: string;
  readonly agents: readonly { readonly agentId: string; readonly name: string }[];
  /** The chats of an agent, the newest created first; undefined where there is no such agent. */
  chatsOf(agentId: string): readonly Chat[] | undefined;
}

/** Makes the data. */
export function createCotoolState(origin: Origin): CotoolState {
  const organization = createOrganization(origin.seed);
  const chats = new Map(organization.agents.map(({ agentId }): [string, Chat[]] => [agentId, []]));
  for (const chat of createChats(origin, organization)) chats.get(chat.agentId ?? "")?.push(chat);
  const collections = new Map(
    [...chats].map(([agentId, own]): [string, Collection<Chat>] => [
      agentId,
      createCollection(own, (chat) => chat.createdAt),
    ]),
  );
  return {
    organizationId: organization.id,
    agents: organization.agents.map(({ agentId, name }) => ({ agentId, name })),
    chatsOf: (agentId) => collections.get(agentId.toLowerCase())?.items,
  };
}
