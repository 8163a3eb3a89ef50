import type { CommandName } from "./commands.ts";
import type { Report } from "./report.ts";
import { toMarkdown } from "./table.ts";

/** All that one run found, as `--json` writes it. */
export interface Results {
  /** The day, the machine and the versions, in a line. */
  readonly machine: string;
  /** What ours is compared with, and in which versions, in a line. */
  readonly rivals: string;
  readonly isQuick: boolean;
  readonly reports: readonly { readonly command: CommandName; readonly report: Report }[];
}

/** A page with what a run found. */
export function toPage({ machine, rivals, isQuick, reports }: Results): string {
  const command = `pnpm bench${isQuick ? " --quick" : ""}`;
  const sections = reports.map(({ command: name, report: { tables, aims = [], failures } }) =>
    [`## ${name}`, ...tables.map(toMarkdown), ...aims, ...failures.map((failure) => `**${failure}**`)].join("\n\n"),
  );
  const head = `# What was measured

One run of \`${command}\`. docs/performance.md says what it means. A spread is how much slower the slowest of the runs was than the fastest, which is the one that counts.

${machine}.

Beside ${rivals}.`;
  return `${[head, ...sections].join("\n\n")}\n`;
}
