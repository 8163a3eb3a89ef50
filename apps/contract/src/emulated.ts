import type { Emulator, Fault, ListDials } from "@agent-chats/emulator";
import { valueAt } from "./pointer.ts";
import type { Filters } from "./selections.ts";
import type { SpecOperation } from "./specs.ts";

/** A listing of an emulator. */
export interface EmulatedListing {
  /** The items as the emulator holds them now, in its own order. */
  readItems(): readonly unknown[];
  /** Filters that the operation cannot do without. */
  readonly always: Filters;
}

type FindListing = (state: Emulator["state"]) => EmulatedListing;

/** Of Cotool the agent with most chats, of Cargo's messages those of the chat with most of them. */
const finders: Readonly<Record<string, FindListing>> = {
  listChats: ({ cargo }) => ({ readItems: () => cargo.chats, always: {} }),
  listMessages({ cargo }) {
    const uuids = cargo.chats.map(({ uuid }) => uuid);
    const chatUuid = longest(uuids, cargo.messagesOf);
    return { readItems: () => cargo.messagesOf(chatUuid) ?? [], always: { chatUuid } };
  },
  listAgentChats({ cotool }) {
    const ids = cotool.agents.map((agent) => agent.agentId);
    const agentId = longest(ids, cotool.chatsOf);
    return { readItems: () => cotool.chatsOf(agentId) ?? [], always: { agentId } };
  },
  listOrgChats: ({ invent }) => ({ readItems: () => invent.chats, always: { org_id: "c" } }),
};

/** The listing of an operation. Throws where nobody said yet which it is. */
export function findListing({ state }: Emulator, { id }: SpecOperation): EmulatedListing {
  const find = finders[id];
  if (!find) throw new Error(`What the emulator lists by ${id} is not known: add it to src/emulated.ts`);
  return find(state);
}

/** Sets the dials of an operation. The emulator refuses those that it has not. */
export function setDials(emulator: Emulator, { vendor, id }: SpecOperation, dials: ListDials): void {
  (emulator.dials[vendor] as Record<string, ListDials>)[id] = dials;
}

/** Sets what goes wrong with the next requests of an operation. */
export function setFaults(emulator: Emulator, { vendor, id }: SpecOperation, faults: readonly Fault[]): void {
  (emulator.faults[vendor] as Record<string, readonly Fault[]>)[id] = faults;
}

/** The identifiers of items. */
export function idsOf({ pagination }: SpecOperation, items: readonly unknown[]): string[] {
  return items.map((item) => String(valueAt(item, pagination?.id ?? "")));
}

/** The key whose list is the longest. */
function longest(keys: readonly string[], listOf: (key: string) => readonly unknown[] | undefined): string {
  const lengths = keys.map((key) => listOf(key)?.length ?? 0);
  return keys[lengths.indexOf(Math.max(...lengths))] ?? "";
}
