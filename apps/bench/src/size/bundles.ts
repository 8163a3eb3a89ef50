/** What goes into a bundle. */
export interface Bundle {
  readonly name: string;
  readonly has: string;
  /** The module whose exports somebody uses. */
  readonly code: string;
  /** Kilobytes (1,000 bytes) that it is to have at most, minified and gzipped. */
  readonly aim?: number;
}

const vendors = ["cargo", "cotool", "invent"] as const;
const create = { cargo: "createCargo", cotool: "createCotool", invent: "createInvent" };
const importOf = (vendor: (typeof vendors)[number]) =>
  `export { ${create[vendor]} } from "@agent-chats/client/${vendor}";`;
const all = vendors.map(importOf).join("\n");

const everything = "listings, typed errors, timeouts, retries, limits";

/** Ours, all in: whatever a client can do is in its bundle. */
export const ours: readonly Bundle[] = [
  ...vendors.map((vendor) => ({ name: `agent-chats, ${vendor}`, has: everything, code: importOf(vendor), aim: 6 })),
  { name: "agent-chats, three vendors", has: everything, code: all },
  {
    name: "agent-chats, three vendors and the unified view",
    has: `${everything}, one filter, one feed`,
    code: `${all}\nexport * from "@agent-chats/client/unified";`,
    aim: 10,
  },
  {
    name: "agent-chats, cargo, watching drift",
    has: `${everything}, drift with its JSON Schemas`,
    code: `${importOf("cargo")}
export { createDrift, formatDriftReport } from "@agent-chats/client/drift";
export { vendor } from "@agent-chats/schema/cargo";
export { jsonSchemas } from "@agent-chats/schema/cargo/json-schemas";`,
  },
];

/** Others. `generated` is the folder of hey-api's client for Cargo. */
export const rivals = (generated: string): readonly Bundle[] => [
  { name: "openapi-fetch", has: "nothing else", code: 'export { default } from "openapi-fetch";' },
  { name: "hey-api, cargo", has: "generated calls", code: `export * from ${JSON.stringify(`${generated}/sdk.gen`)};` },
  { name: "ofetch", has: "retries", code: 'export { ofetch } from "ofetch";' },
  { name: "ky", has: "timeouts, retries", code: 'export { default } from "ky";' },
  { name: "axios", has: "timeouts", code: 'export { default } from "axios";' },
  {
    name: "octokit",
    has: "listings, retries, types",
    code: `export { Octokit } from "@octokit/core";
export { paginateRest } from "@octokit/plugin-paginate-rest";
export { retry } from "@octokit/plugin-retry";`,
  },
  { name: "stripe", has: "listings, typed errors, timeouts, retries", code: 'export { default } from "stripe";' },
  {
    name: "openai (Stainless)",
    has: "listings, typed errors, timeouts, retries",
    code: 'export { default } from "openai";',
  },
];
