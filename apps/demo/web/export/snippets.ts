import type { ClientOptions } from "@agent-chats/client";
import type { Vendor, VendorId } from "@agent-chats/schema";
import type { DemoInfo } from "../../server/info.ts";
import type { FilterValues } from "../model/filters.ts";
import { chatLists } from "./chat-lists.ts";
import { toLiteral } from "./literal.ts";

/** A program that lists the same chats of one vendor by the client. */
export function toVendorProgram(vendor: VendorId, values: FilterValues): string {
  const list = chatLists[vendor];
  const filters = list.filtersOf(values);
  const argument = Object.keys(filters).length === 0 ? "" : toLiteral(filters);
  return `import { ${list.factory} } from "@agent-chats/client/${vendor}";

const ${vendor} = ${list.factory}({ token: ${tokenOf(list.vendor)} });

const walk = ${vendor}.chats.list(${argument}).walk();
for await (const chat of walk) console.log(chat);
console.log(walk.receipt.complete);
`;
}

/** A program that lists the same chats of all vendors by the client. */
export function toFeedProgram({ vendors, cotool }: DemoInfo, filter: unknown): string {
  const ids = vendors.map(({ id }) => id);
  const agentIds = cotool.agents.map(({ id }) => id);
  const made: { readonly [V in VendorId]: (client: string) => string } = {
    cargo: (client) => `cargo: ${client}`,
    cotool: (client) => `cotool: { client: ${client}, agentIds: ${toLiteral(agentIds)} }`,
    invent: (client) => `invent: { client: ${client}, orgId: "c" }`,
  };
  const imports = ids.map((id) => `import { ${chatLists[id].factory} } from "@agent-chats/client/${id}";\n`);
  const clients = ids.map((id) => {
    const { factory, vendor } = chatLists[id];
    return `  ${made[id](`${factory}({ token: ${tokenOf(vendor)} })`)},\n`;
  });
  return `${imports.join("")}import { createUnified } from "@agent-chats/client/unified";

const unified = createUnified({
${clients.join("")}});

const walk = unified.chats(${toLiteral(filter)}, { unanswerable: "leaveOut" }).walk();
for await (const chat of walk) console.log(chat.vendor, chat.title);
console.log(walk.receipt.complete);
`;
}

function tokenOf({ tokenVariable }: Vendor): string {
  return `process.env.${tokenVariable}!`;
}

/**
 * The first request of each list as a line of shell. It is made by the client itself, so that it asks for just what the
 * list asks for; the token is the shell's to fill in, and is never here.
 */
export async function toCurl(
  vendors: readonly Vendor[],
  read: (optionsFor: (vendor: Vendor) => ClientOptions) => Promise<unknown>,
): Promise<string> {
  const lines: string[] = [];
  const optionsFor = (vendor: Vendor): ClientOptions => ({
    token: "none",
    retry: false,
    async fetch({ url }) {
      lines.push(toCurlLine(url, vendor));
      throw new Error("Only looked at.");
    },
  });
  // Every request fails, and nothing else is wanted of it.
  await read(optionsFor).catch(() => {});
  const order = vendors.map(({ baseUrl }) => baseUrl);
  const rank = (line: string) => order.findIndex((baseUrl) => line.includes(baseUrl));
  return lines.toSorted((left, right) => rank(left) - rank(right)).join("\n");
}

function toCurlLine(url: string, { tokenVariable }: Vendor): string {
  // Globbing would read the brackets of a query as a pattern.
  return `curl --globoff ${quote(url)} --header "Authorization: Bearer $${tokenVariable}" --header 'Accept: application/json'`;
}

/** A text as one word of a POSIX shell, whatever is in it. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
