/** How a case ends. */
export type Verdict = "benign" | "malicious" | "inconclusive";

/** A case: its title, and what the agent finds where no harm was meant, and where it was. */
export type Case = readonly [title: string, benign: string, malicious: string];

/** What an agent of a security team does. Texts hold slots: see `subject.ts`. */
export interface Playbook {
  readonly name: string;
  /** How much of the work it gets, beside the others. */
  readonly share: number;
  readonly cases: readonly Case[];
  /** What it says of any case where the evidence does not suffice. */
  readonly inconclusive: readonly string[];
  readonly triggers: readonly TriggerModel[];
  /** Where detections come from; empty where the agent works without them. */
  readonly platforms: readonly string[];
  /** Steps that a good answer takes; the evaluation looks for them. */
  readonly steps: readonly string[];
  /** Whether the agent answers in a structure. */
  readonly isStructured?: true;
}

/** A trigger of an agent. */
export interface TriggerModel {
  readonly source: "jira" | "slack" | "linear" | "cron" | "webhook" | "email" | "manual";
  readonly name: string;
  readonly description: string | null;
}

/** A person who starts the agent. */
export const manual: TriggerModel = { source: "manual", name: "Started by hand", description: null };
