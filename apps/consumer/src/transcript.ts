import { type Outcome, toLine } from "./step.ts";

/** How it went, in one line. */
export function toVerdict(outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter(({ isPassed }) => !isPassed).length;
  return `${outcomes.length - failed} steps passed, ${failed} failed`;
}

/** The page of the documentation, without the folder that it happened in. */
export function toPage(outcomes: readonly Outcome[], folder: string): string {
  const lines = [...outcomes.map(toLine), "", toVerdict(outcomes)].join("\n").replaceAll(folder, "…");
  return `# As a stranger meets it

Written by \`pnpm consumer --markdown docs/consumer.md\`: the three packages as they would be published, installed by name from a registry that knows only them, outside of the workspace. What it does is in [publishing.md](publishing.md#before-a-release).

\`\`\`
${lines}
\`\`\`
`;
}
