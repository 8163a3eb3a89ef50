import type { components } from "@agent-chats/schema/cotool";
import { fill, type Words } from "../data/phrases.ts";
import { type Random, weighted } from "../random.ts";
import type { Case, Playbook, Verdict } from "./playbook.ts";

/** How cases end: most alerts mean no harm. */
const verdicts = weighted<Verdict>(["benign", 76], ["malicious", 13], ["inconclusive", 11]);

/** The output schema of the agents that answer in a structure. */
export const outputSchema: components["schemas"]["StructuredOutputSchema"] = {
  type: "object",
  title: "Triage",
  description: "Verdict on a report, with what it rests on",
  required: ["verdict", "confidence", "summary"],
  properties: {
    verdict: {
      type: "string",
      enum: ["benign", "malicious", "inconclusive"],
      "x-cotool": { presetId: "classification" },
    },
    confidence: { type: "number", description: "From 0 to 1" },
    summary: { type: "string" },
    indicators: { type: "array", items: { type: "string" }, description: "Addresses and domains to block" },
  },
};

/** What the agent found, in words or in its structure. */
export function createResult(
  random: Random,
  playbook: Playbook,
  [, benign, malicious]: Case,
  words: Words,
): string | Record<string, unknown> {
  const verdict = verdicts(random);
  const found = { benign, malicious, inconclusive: random.pick(playbook.inconclusive) } satisfies Record<
    Verdict,
    string
  >;
  const summary = fill(found[verdict], words);
  if (!playbook.isStructured) return summary;
  return {
    verdict,
    confidence: random.integer(verdict === "inconclusive" ? 30 : 70, 99) / 100,
    summary,
    indicators: verdict === "malicious" ? [words.domain, words.ip] : [],
  };
}

const explanations: Readonly<Record<string, readonly string[]>> = {
  good: [
    "Every claim is backed by a log line.",
    "The necessary systems were checked in a sensible order.",
    "Right verdict, and the user was told in plain words.",
  ],
  fair: [
    "The verdict is right; one source was not checked.",
    "Correct, but took far more steps than needed.",
    "The summary leaves out when it happened.",
  ],
  poor: [
    "The case was closed before the user answered.",
    "The address was not compared with the known ranges.",
    "The verdict does not follow from the evidence.",
  ],
};

/** The evaluation of a finished chat; many are never evaluated. */
export function createEvaluation(random: Random, { steps }: Playbook, isDone: boolean) {
  if (!isDone || random.chance(0.38)) return { evalScore: null, evalExplanation: null, evalBulletSummary: null };
  const score = Math.round(100 - 62 * random.next() * random.next() * (0.4 + random.next())) / 100;
  const grade = score >= 0.85 ? "good" : score >= 0.6 ? "fair" : "poor";
  return {
    evalScore: Math.max(0.05, score),
    evalExplanation: random.pick(explanations[grade] ?? []),
    evalBulletSummary: random.chance(0.06) ? null : steps.filter(() => random.chance(0.7)),
  };
}
