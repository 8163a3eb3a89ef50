import type { components } from "@agent-chats/schema/cargo";
import type { Random } from "../random.ts";
import type { Chat } from "./chats.ts";
import type { Subject } from "./subject.ts";
import { toTool } from "./tools.ts";
import type { Agent, Workspace } from "./workspace.ts";

type Message = components["schemas"]["Message"];

/** The part of a message that says with which settings its answer was made. */
export type AgentSettings = Pick<
  Message,
  | "tools"
  | "resources"
  | "capabilities"
  | "mcpClients"
  | "systemPrompt"
  | "withReasoning"
  | "temperature"
  | "maxSteps"
  | "integrationSlug"
  | "connectorUuid"
  | "languageModelSlug"
  | "evaluatedTools"
>;

/** The settings of the agent that answers in a chat; a chat without an agent has few. */
export function createSettings(random: Random, workspace: Workspace, chat: Chat, subject: Subject): AgentSettings {
  const agent = workspace.agents.find(({ uuid }) => uuid === chat.agentUuid);
  const { play } = subject;
  return {
    tools: play.tools.map(toTool),
    resources: createResources(random),
    capabilities: [{ slug: "memory" }, ...(random.chance(0.5) ? [{ slug: "web-browsing" }] : [])],
    mcpClients: agent ? createMcpClients(random, agent, chat) : [],
    systemPrompt: agent ? play.systemPrompt : null,
    withReasoning: random.chance(0.2) ? null : random.chance(0.5),
    temperature: random.chance(0.3) ? null : random.pick([0, 0.2, 0.4, 0.7]),
    maxSteps: random.chance(0.2) ? null : random.pick([10, 20, 40]),
    integrationSlug: agent?.model.integrationSlug ?? null,
    connectorUuid: agent?.model.connectorUuid ?? null,
    languageModelSlug: agent?.model.slug ?? null,
    evaluatedTools: random.chance(0.5) ? { [play.tools[0] ?? "tool"]: { enabled: true } } : {},
  };
}

function createResources(random: Random): NonNullable<Message["resources"]> {
  const resources: NonNullable<Message["resources"]> = [];
  if (random.chance(0.5)) resources.push(createModelResource(random));
  if (random.chance(0.3)) {
    const description = random.chance(0.4) ? null : "What we sell, to whom, and what we do not say";
    resources.push({ kind: "file", name: "Positioning.pdf", slug: "positioning", description, prompt: null });
  }
  return resources;
}

function createModelResource(random: Random): NonNullable<Message["resources"]>[number] {
  const filter = {
    conjonction: random.pick(["and", "or"]),
    groups: [{ column: "stage", operator: "is", value: "open" }],
  };
  return {
    kind: "model",
    name: "Accounts",
    slug: "accounts",
    description: "One row for each account of the CRM",
    integrationSlug: random.pick(["hubspot", "salesforce", null]),
    modelUuid: random.uuid(),
    filter: random.chance(0.5) ? null : filter,
    selectedColumnSlugs: random.chance(0.5) ? null : ["name", "domain", "owner", "stage"],
    limit: random.chance(0.5) ? null : 500,
    prompt: null,
  };
}

/** Credentials that look their part and open nothing: each says that it is an example. */
function createMcpClients(random: Random, { mcpServer }: Agent, chat: Chat): NonNullable<Message["mcpClients"]> {
  if (!mcpServer) return [];
  const { name, url, clientId, hasAuthentication } = mcpServer;
  const tag = chat.uuid.slice(0, 8);
  const authentication = {
    issuedAt: chat.createdAt,
    accessToken: `example-access-token-${tag}`,
    expiresIn: random.chance(0.1) ? null : 3600,
    refreshToken: random.chance(0.2) ? null : `example-refresh-token-${tag}`,
    scope: random.chance(0.2) ? null : "read write",
    tokenType: "Bearer",
    clientId,
    ...(random.chance(0.4) && { clientSecret: random.chance(0.3) ? null : `example-client-secret-${tag}` }),
  };
  return [
    {
      name,
      url,
      authentication: hasAuthentication ? authentication : null,
      disabledToolSlugs: random.chance(0.3) ? ["delete-page"] : [],
    },
  ];
}
