import { createPerson, type Person } from "../data/people.ts";
import { createRandom, type Random, weighted } from "../random.ts";
import { playbooks } from "./more-playbooks.ts";
import type { Playbook } from "./playbook.ts";

/** An agent of the organisation. */
export interface Agent {
  readonly agentId: string;
  readonly name: string;
  readonly playbook: Playbook;
  readonly modelAlias: string;
  /** Ids of the playbook's triggers, in their order. */
  readonly triggerIds: readonly string[];
}

/** What stays the same in an organisation while chats come and go. */
export interface Organization {
  readonly id: string;
  readonly users: readonly (Person & { readonly id: string })[];
  readonly agents: readonly Agent[];
  /** The agent that gets the next case. */
  pickAgent(random: Random): Agent;
}

const aliases = weighted(["claude-sonnet", 5], ["claude-opus", 2], ["gpt-5", 4], ["gemini-pro", 1]);

/** Makes the organisation of a seed. */
export function createOrganization(seed: number): Organization {
  const random = createRandom(`${seed}/cotool/organization`);
  const id = random.uuid();
  const agents = playbooks.map(
    (playbook): Agent => ({
      agentId: random.uuid(),
      name: playbook.name,
      playbook,
      modelAlias: aliases(random),
      triggerIds: playbook.triggers.map(() => random.uuid()),
    }),
  );
  return {
    id,
    users: Array.from({ length: 11 }, () => ({ ...createPerson(random), id: random.uuid() })),
    agents,
    pickAgent: weighted(...agents.map((agent): [Agent, number] => [agent, agent.playbook.share])),
  };
}
