import { createCotool } from "@agent-chats/client/cotool";
import { vendor } from "@agent-chats/schema/cotool";
import type { GrowthServer } from "./server.ts";

// biome-ignore lint/suspicious/noExplicitAny: rivals are installed when the bench runs, and their types are not there before
type Load = (name: string) => Promise<any>;

/** Something that gives all items of a list. */
export interface Walker {
  readonly name: string;
  readonly has: string;
  /** Gives what begins a walk over the list of a server. */
  readonly prepare: (server: GrowthServer, load: Load, length: number) => Promise<() => AsyncIterable<unknown>>;
}

const pageSize = 100;
const agentId = "3f0c6a52-6a0e-4a53-9a43-0d7b1c6f2e11";

const urlOf = (offset: number) => `${vendor.baseUrl}/api/agents/${agentId}/chats?limit=${pageSize}&offset=${offset}`;

/** Asks for every page and looks at none: what it costs is the server's, and nobody's walk. */
export const bare: Walker = {
  name: "requests alone",
  has: "nothing",
  prepare: async ({ fetch }, _, length) =>
    async function* () {
      for (let offset = 0; offset < length; offset += pageSize) {
        await fetch(urlOf(offset));
        for (let item = 0; item < pageSize; item++) yield item;
      }
    },
};

/** What all others are measured by. */
export const loop: Walker = {
  name: "a loop over fetch and json()",
  has: "nothing else",
  prepare: async ({ fetch }) =>
    async function* () {
      for (let offset = 0; ; offset += pageSize) {
        const response = await fetch(urlOf(offset));
        const { chats } = (await response.json()) as { chats: unknown[] };
        if (chats.length === 0) return;
        yield* chats;
      }
    },
};

/** Our walk. */
export const ours: Walker = {
  name: "agent-chats",
  has: "no row lost or repeated, a receipt",
  prepare: async ({ fetch }) => {
    const { chats } = createCotool({ token: "token", fetch });
    return () => chats.list({ agentId }).walk({ pageSize });
  },
};

/** The iterators of SDKs, each in the dialect of its own vendor. */
export const iterators: readonly Walker[] = [
  {
    name: "octokit",
    has: "retries",
    prepare: async ({ fetch }, load) => {
      const { Octokit } = await load("@octokit/core");
      const { paginateRest } = await load("@octokit/plugin-paginate-rest");
      const client = new (Octokit.plugin(paginateRest))({ baseUrl: "https://list.example", request: { fetch } });
      return async function* () {
        for await (const { data } of client.paginate.iterator("GET /linked", { per_page: pageSize })) yield* data;
      };
    },
  },
  {
    name: "openai (Stainless)",
    has: "timeouts, retries",
    prepare: async ({ fetch }, load) => {
      const { default: OpenAI } = await load("openai");
      const client = new OpenAI({ apiKey: "token", fetch });
      return () => client.fineTuning.jobs.list({ limit: pageSize });
    },
  },
  {
    name: "stripe",
    has: "timeouts, retries",
    prepare: async ({ fetch }, load) => {
      const { default: Stripe } = await load("stripe");
      const client = new Stripe("token", { httpClient: Stripe.createFetchHttpClient(fetch), telemetry: false });
      return () => client.customers.list({ limit: pageSize });
    },
  },
];
