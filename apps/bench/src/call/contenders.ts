import { createCargo } from "@agent-chats/client/cargo";
import { createDrift } from "@agent-chats/client/drift";
import { vendor } from "@agent-chats/schema/cargo";
import { jsonSchemas } from "@agent-chats/schema/cargo/json-schemas";
import { generateHeyApi } from "../hey-api.ts";
import type { ImmediateServer } from "./server.ts";

// biome-ignore lint/suspicious/noExplicitAny: rivals are installed when the bench runs, and their types are not there before
type Load = (name: string) => Promise<any>;

/** A client that lists one page of chats, again and again. */
export interface Contender {
  readonly name: string;
  readonly has: string;
  /** Has timeouts and retries, as ours has: what ours adds is told beside what the best of these adds. */
  readonly isPeer?: true;
  /** In what it wants its list. */
  readonly envelope: "chats" | "data";
  /** Makes the call; the client is made once. Gives the items. */
  readonly prepare: (server: ImmediateServer, load: Load) => Promise<() => Promise<readonly unknown[]>>;
}

const path = "/ai/chats/list";
const query = { limit: "50", offset: "0" };
const toHeaders = ({ token }: ImmediateServer) => ({ authorization: `Bearer ${token}`, accept: "application/json" });

/** What all others are measured by: the platform's `fetch`, the status looked at, the body parsed. */
export const raw: Contender = {
  name: "fetch and json()",
  has: "nothing else",
  envelope: "chats",
  prepare: async (server) => async () => {
    const url = `${server.url}${path}?${new URLSearchParams(query)}`;
    const response = await fetch(url, { headers: toHeaders(server) });
    if (!response.ok) throw new Error(`${response.status}`);
    return ((await response.json()) as { chats: unknown[] }).chats;
  },
};

/** Ours, with everything on that is on by default. */
export const ours: Contender = {
  name: "agent-chats",
  has: "types, timeouts, retries, limits, errors",
  envelope: "chats",
  prepare: async ({ token }) => {
    const { api } = createCargo({ token });
    return async () => (await api.GET(path, { params: { query } })).data.chats;
  },
};

/** Ours, with answers compared with the spec: after the first ten, ten items of each array. */
export const oursWithDrift: Contender = {
  name: "agent-chats, watching drift",
  has: "the same, answers compared with the spec",
  envelope: "chats",
  prepare: async ({ token }) => {
    const { observe } = createDrift(vendor, jsonSchemas);
    const { api } = createCargo({ token, observe });
    return async () => (await api.GET(path, { params: { query } })).data.chats;
  },
};

/** Others, as their documentation has them. The platform's `fetch` is the server's while they are made and called. */
export const rivals: readonly Contender[] = [
  {
    name: "openapi-fetch",
    has: "types",
    envelope: "chats",
    prepare: async (server, load) => {
      const { default: createClient } = await load("openapi-fetch");
      const client = createClient({ baseUrl: server.url, headers: toHeaders(server) });
      return async () => (await client.GET(path, { params: { query } })).data.chats;
    },
  },
  {
    name: "hey-api",
    has: "types",
    envelope: "chats",
    prepare: async ({ token, url }, load) => {
      const folder = await generateHeyApi("cargo");
      const outfile = `${folder}.mjs`;
      const { build } = await load("esbuild");
      await build({ entryPoints: [`${folder}/sdk.gen.ts`], bundle: true, format: "esm", outfile, logLevel: "error" });
      const { listChats } = await load(outfile);
      return async () => (await listChats({ auth: token, baseUrl: url, query })).data.chats;
    },
  },
  {
    name: "ofetch",
    has: "retries",
    envelope: "chats",
    prepare: async (server, load) => {
      const { createFetch } = await load("ofetch");
      const client = createFetch({ defaults: { baseURL: server.url, headers: toHeaders(server) } });
      return async () => (await client(path, { query })).chats;
    },
  },
  {
    name: "ky",
    has: "timeouts, retries",
    isPeer: true,
    envelope: "chats",
    prepare: async (server, load) => {
      const { default: ky } = await load("ky");
      const client = ky.create({ headers: toHeaders(server) });
      return async () => (await client.get(`${server.url}${path}`, { searchParams: query }).json()).chats;
    },
  },
  {
    name: "axios",
    has: "timeouts",
    envelope: "chats",
    prepare: async (server, load) => {
      const { default: axios } = await load("axios");
      const client = axios.create({
        baseURL: server.url,
        headers: toHeaders(server),
        timeout: 30_000,
        adapter: "fetch",
      });
      return async () => (await client.get(path, { params: query })).data.chats;
    },
  },
  {
    name: "openai (Stainless)",
    has: "types, timeouts, retries, errors",
    isPeer: true,
    envelope: "data",
    prepare: async (server, load) => {
      const { default: OpenAI } = await load("openai");
      const client = new OpenAI({ apiKey: server.token, baseURL: server.url });
      return async () => (await client.fineTuning.jobs.list({ limit: 50 })).data;
    },
  },
];
