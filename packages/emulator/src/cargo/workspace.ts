import { createPerson, type Person } from "../data/people.ts";
import { createRandom, type Random, weighted } from "../random.ts";
import { plays } from "./more-plays.ts";
import type { Play } from "./play.ts";

/** An agent, its releases with the newest first, and the model that it runs on. */
export interface Agent {
  readonly uuid: string;
  readonly play: Play;
  readonly releaseUuids: readonly string[];
  readonly model: LanguageModel;
  readonly mcpServer: McpServer | undefined;
}

/** A language model, and the connector through which it is reached. */
interface LanguageModel {
  readonly slug: string;
  readonly integrationSlug: string;
  readonly connectorUuid: string;
}

/** A server of the Model Context Protocol that an agent uses. */
interface McpServer {
  readonly name: string;
  readonly url: string;
  readonly clientId: string;
  readonly hasAuthentication: boolean;
}

/** What stays the same in a workspace while chats come and go. */
export interface Workspace {
  readonly uuid: string;
  readonly users: readonly (Person & { readonly uuid: string })[];
  readonly agents: readonly Agent[];
  readonly connectors: readonly { readonly uuid: string; readonly slug: string }[];
  readonly workflows: readonly { readonly uuid: string; readonly nodeUuid: string }[];
  /** The model that a play runs on. */
  agentOf(play: Play): Agent;
}

const models = weighted(
  ["claude-sonnet-4-5/anthropic", 5],
  ["gpt-5/openai", 4],
  ["gpt-5-mini/openai", 3],
  ["gemini-3-pro/google", 2],
  ["mistral-large/mistral", 1],
);

const servers = ["Notion", "Gong", "Linear", "Salesloft"] as const;

/** Makes the workspace of a seed. */
export function createWorkspace(seed: number): Workspace {
  const random = createRandom(`${seed}/cargo/workspace`);
  const agents = plays.map((play) => createAgent(random, play));
  const byPlay = new Map(agents.map((agent) => [agent.play, agent]));
  return {
    uuid: random.uuid(),
    users: Array.from({ length: 18 }, () => ({ ...createPerson(random), uuid: random.uuid() })),
    agents,
    connectors: ["hubspot", "salesforce", "slack", "intercom"].map((slug) => ({ uuid: random.uuid(), slug })),
    workflows: Array.from({ length: 9 }, () => ({ uuid: random.uuid(), nodeUuid: random.uuid() })),
    agentOf: (play) => byPlay.get(play) ?? createAgent(random, play),
  };
}

function createAgent(random: Random, play: Play): Agent {
  const [slug = "", integrationSlug = ""] = models(random).split("/");
  return {
    uuid: random.uuid(),
    play,
    releaseUuids: Array.from({ length: random.integer(2, 4) }, () => random.uuid()),
    model: { slug, integrationSlug, connectorUuid: random.uuid() },
    mcpServer: random.chance(0.6) ? createMcpServer(random) : undefined,
  };
}

function createMcpServer(random: Random): McpServer {
  const name = random.pick(servers);
  const key = random.chance(0.3) ? "?api_key=example-url-key-not-a-secret" : "";
  return {
    name,
    url: `https://mcp.${name.toLowerCase()}.example/sse${key}`,
    clientId: `cargo-${random.integer(10_000, 99_999)}`,
    hasAuthentication: random.chance(0.8),
  };
}
