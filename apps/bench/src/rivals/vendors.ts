import type { Walk, WalkOptions } from "@agent-chats/client";
import { createCargo } from "@agent-chats/client/cargo";
import { createCotool } from "@agent-chats/client/cotool";
import { createInvent } from "@agent-chats/client/invent";
import type { Emulator, EmulatorDials, ListDials } from "@agent-chats/emulator";
import type { Pagination, VendorId } from "@agent-chats/schema";
import { vendor as cargo } from "@agent-chats/schema/cargo";
import { vendor as cotool } from "@agent-chats/schema/cotool";
import { vendor as invent } from "@agent-chats/schema/invent";
import type { RivalPage, Send, Target } from "./target.ts";

/** A list of chats of one vendor: how rivals read it, how ours walks it, and what is in it. */
export interface BenchVendor {
  readonly title: string;
  readonly pagination: Pagination;
  readonly setDials: (emulator: Emulator, dials: ListDials) => void;
  /** Identifiers of the list as it stands. */
  readonly ids: (emulator: Emulator) => string[];
  readonly target: (emulator: Emulator, send: Send) => Target;
  /** Our walk. `idOf` reads an item of it. */
  readonly walk: (emulator: Emulator, fetch: Send, options: WalkOptions) => Walk<object>;
  readonly idOf: (item: object) => string;
}

/** The agent of Cotool that has the most chats. */
export function largestAgent({ state: { cotool } }: Emulator): string {
  const lengthOf = ({ agentId }: { agentId: string }) => cotool.chatsOf(agentId)?.length ?? 0;
  return cotool.agents.toSorted((left, right) => lengthOf(right) - lengthOf(left))[0]?.agentId ?? "";
}

/** A plain request with a token, and its JSON. */
async function get(emulator: Emulator, send: Send, url: string): Promise<{ body: unknown; headers: Headers }> {
  const response = await send(new Request(url, { headers: { authorization: `Bearer ${emulator.token}` } }));
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return { body: await response.json(), headers: response.headers };
}

const dialsOf =
  <V extends VendorId>(vendor: V, operation: keyof EmulatorDials[V]) =>
  (emulator: Emulator, dials: ListDials) => {
    // The names in scenarios come from the operation's own pagination.
    emulator.dials[vendor][operation] = dials as EmulatorDials[V][keyof EmulatorDials[V]];
  };

/** Every vendor. A new one is one entry here. */
export const benchVendors = {
  cargo: {
    title: cargo.title,
    pagination: cargo.operations.listChats.pagination,
    setDials: dialsOf("cargo", "listChats"),
    ids: ({ state }) => state.cargo.chats.map(({ uuid }) => uuid),
    target: (emulator, send) => ({
      style: "offset",
      async read(start, size): Promise<RivalPage> {
        const { body } = await get(emulator, send, `${cargo.baseUrl}/ai/chats/list?limit=${size}&offset=${start}`);
        const { chats } = body as { chats: { uuid: string }[] };
        return { ids: chats.map(({ uuid }) => uuid), total: undefined };
      },
    }),
    walk: ({ token }, fetch, options) => createCargo({ token, fetch }).chats.list().walk(options),
    idOf: (item) => (item as { uuid: string }).uuid,
  },
  cotool: {
    title: cotool.title,
    pagination: cotool.operations.listAgentChats.pagination,
    setDials: dialsOf("cotool", "listAgentChats"),
    ids: (emulator) => (emulator.state.cotool.chatsOf(largestAgent(emulator)) ?? []).map(({ id }) => id),
    target: (emulator, send) => {
      const url = `${cotool.baseUrl}/api/agents/${largestAgent(emulator)}/chats`;
      return {
        style: "offset",
        async read(start, size): Promise<RivalPage> {
          const { body } = await get(emulator, send, `${url}?limit=${size}&offset=${start}`);
          const { chats, totalCount } = body as { chats: { id: string }[]; totalCount: number };
          return { ids: chats.map(({ id }) => id), total: totalCount };
        },
      };
    },
    walk: (emulator, fetch, options) => {
      const { chats } = createCotool({ token: emulator.token, fetch });
      return chats.list({ agentId: largestAgent(emulator) }).walk(options);
    },
    idOf: (item) => (item as { id: string }).id,
  },
  invent: {
    title: invent.title,
    pagination: invent.operations.listOrgChats.pagination,
    setDials: dialsOf("invent", "listOrgChats"),
    ids: ({ state }) => state.invent.chats.map(({ id }) => id),
    target: (emulator, send) => ({
      style: "page",
      async read(start, size): Promise<RivalPage> {
        const url = `${invent.baseUrl}/orgs/c/chats?take=${size}&page=${start / size + 1}`;
        const { body, headers } = await get(emulator, send, url);
        const ids = (body as { id: string }[]).map(({ id }) => id);
        return { ids, total: Number(headers.get("pagination-count")) };
      },
    }),
    walk: ({ token }, fetch, options) => createInvent({ token, fetch }).chats.list({ org_id: "c" }).walk(options),
    idOf: (item) => (item as { id: string }).id,
  },
} satisfies { [V in VendorId]: BenchVendor };
