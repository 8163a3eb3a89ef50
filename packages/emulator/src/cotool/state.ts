import { type ChangingList, createChangingList } from "../changing-list.ts";
import { createCollection } from "../collection.ts";
import { createRandom } from "../random.ts";
import type { Origin } from "../vendor-emulation.ts";
import { type Chat, createChats, createNewChat } from "./chats.ts";
import { type Agent, createOrganization } from "./organization.ts";

/** The data of Cotool. */
export interface CotoolState {
  readonly organizationId: string;
  readonly agents: readonly { readonly agentId: string; readonly name: string }[];
  /** The chats of an agent, the newest created first; undefined where there is no such agent. */
  chatsOf(agentId: string): readonly Chat[] | undefined;
  /** The same chats as a list that can change. */
  chatListOf(agentId: string): ChangingList<Chat> | undefined;
}

/** Makes the data. */
export function createCotoolState(origin: Origin): CotoolState {
  const organization = createOrganization(origin.seed);
  const chats = new Map(organization.agents.map(({ agentId }): [string, Chat[]] => [agentId, []]));
  for (const chat of createChats(origin, organization)) chats.get(chat.agentId ?? "")?.push(chat);
  const random = createRandom(`${origin.seed}/cotool/new-chats`);

  function createList(agent: Agent): ChangingList<Chat> {
    const collection = createCollection(chats.get(agent.agentId) ?? [], (chat) => chat.createdAt);
    return createChangingList(collection, {
      create: () => createNewChat(random, organization, agent, origin.clock()),
      touch: (chat) => ({ ...chat, updatedAt: origin.clock().toISOString() }),
    });
  }

  const lists = new Map(organization.agents.map((agent) => [agent.agentId, createList(agent)]));
  const chatListOf = (agentId: string) => lists.get(agentId.toLowerCase());
  return {
    organizationId: organization.id,
    agents: organization.agents.map(({ agentId, name }) => ({ agentId, name })),
    chatsOf: (agentId) => chatListOf(agentId)?.items,
    chatListOf,
  };
}
