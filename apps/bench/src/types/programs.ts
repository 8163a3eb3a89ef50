/** A program that uses every operation of the three vendors. */
export interface Program {
  readonly name: string;
  readonly code: string;
}

const inputs = `
declare const token: string;
declare const chatUuid: string;
declare const agentId: string;
declare const orgId: string;
declare function show(text: string): void;
`;

/** The same program with ours and with others. `generated` is the path of a vendor's client by hey-api. */
export const programs = (generated: (vendor: string) => string): readonly Program[] => [
  {
    name: "agent-chats",
    code: `${inputs}
import { createCargo } from "@agent-chats/client/cargo";
import { createCotool } from "@agent-chats/client/cotool";
import { createInvent } from "@agent-chats/client/invent";
const cargo = createCargo({ token });
for await (const chat of cargo.chats.list({ messageStatuses: ["error"] })) show(\`\${chat.uuid} \${chat.trigger?.type}\`);
for await (const message of cargo.messages.list({ chatUuid })) show(\`\${message.uuid} \${message.parts?.length}\`);
show((await cargo.chats.create({ trigger: { type: "draft" } })).uuid);
for await (const chat of createCotool({ token }).chats.list({ agentId })) show(\`\${chat.id} \${chat.createdAt}\`);
for await (const chat of createInvent({ token }).chats.list({ org_id: orgId })) show(\`\${chat.id} \${chat.state?.state}\`);
`,
  },
  {
    name: "openapi-fetch",
    code: `${inputs}
import createClient from "openapi-fetch";
import type { paths as Cargo } from "@agent-chats/schema/cargo";
import type { paths as Cotool } from "@agent-chats/schema/cotool";
import type { paths as Invent } from "@agent-chats/schema/invent";
const headers = { authorization: token };
const cargo = createClient<Cargo>({ baseUrl: "https://cargo.example", headers });
const chats = await cargo.GET("/ai/chats/list", { params: { query: { messageStatuses: ["error"] } } });
for (const chat of chats.data?.chats ?? []) show(\`\${chat.uuid} \${chat.trigger?.type}\`);
const messages = await cargo.GET("/ai/messages/list", { params: { query: { chatUuid } } });
for (const message of messages.data?.messages ?? []) show(\`\${message.uuid} \${message.parts?.length}\`);
const created = await cargo.POST("/ai/chats", { body: { trigger: { type: "draft" } } });
show(created.data?.chat.uuid ?? "");
const cotool = createClient<Cotool>({ baseUrl: "https://cotool.example", headers });
const agentChats = await cotool.GET("/api/agents/{agentId}/chats", { params: { path: { agentId } } });
for (const chat of agentChats.data?.chats ?? []) show(\`\${chat.id} \${chat.createdAt}\`);
const invent = createClient<Invent>({ baseUrl: "https://invent.example", headers });
const orgChats = await invent.GET("/orgs/{org_id}/chats", { params: { path: { org_id: orgId } } });
for (const chat of orgChats.data ?? []) show(\`\${chat.id} \${chat.state?.state}\`);
`,
  },
  {
    name: "hey-api",
    code: `${inputs}
import { createChat, listChats, listMessages } from ${JSON.stringify(generated("cargo"))};
import { listAgentChats } from ${JSON.stringify(generated("cotool"))};
import { listOrgChats } from ${JSON.stringify(generated("invent"))};
const auth = token;
const chats = await listChats({ auth, query: { messageStatuses: ["error"] } });
for (const chat of chats.data?.chats ?? []) show(\`\${chat.uuid} \${chat.trigger?.type}\`);
const messages = await listMessages({ auth, query: { chatUuid } });
for (const message of messages.data?.messages ?? []) show(\`\${message.uuid} \${message.parts?.length}\`);
const created = await createChat({ auth, body: { trigger: { type: "draft" } } });
show(created.data?.chat.uuid ?? "");
const agentChats = await listAgentChats({ auth, path: { agentId } });
for (const chat of agentChats.data?.chats ?? []) show(\`\${chat.id} \${chat.createdAt}\`);
const orgChats = await listOrgChats({ auth, path: { org_id: orgId } });
for (const chat of orgChats.data ?? []) show(\`\${chat.id} \${chat.state?.state}\`);
`,
  },
  {
    name: "types by hand, fetch",
    code: `${inputs}
interface CargoChat { uuid: string; trigger?: { type: string } }
interface CargoMessage { uuid: string; parts?: unknown[] }
interface CotoolChat { id: string; createdAt: string }
interface InventChat { id: string; state?: { state: string } }
async function ask<Answer>(url: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(url, { ...init, headers: { authorization: token } });
  return (await response.json()) as Answer;
}
const cargo = "https://cargo.example";
const { chats } = await ask<{ chats: CargoChat[] }>(\`\${cargo}/ai/chats/list?messageStatuses[]=error\`);
for (const chat of chats) show(\`\${chat.uuid} \${chat.trigger?.type}\`);
const { messages } = await ask<{ messages: CargoMessage[] }>(\`\${cargo}/ai/messages/list?chatUuid=\${chatUuid}\`);
for (const message of messages) show(\`\${message.uuid} \${message.parts?.length}\`);
const body = JSON.stringify({ trigger: { type: "draft" } });
show((await ask<{ chat: CargoChat }>(\`\${cargo}/ai/chats\`, { method: "POST", body })).chat.uuid);
const agentChats = await ask<{ chats: CotoolChat[] }>(\`https://cotool.example/api/agents/\${agentId}/chats\`);
for (const chat of agentChats.chats) show(\`\${chat.id} \${chat.createdAt}\`);
for (const chat of await ask<InventChat[]>(\`https://invent.example/orgs/\${orgId}/chats\`)) show(chat.id);
`,
  },
];
