import type { CommandName } from "./commands.ts";
import type { Report } from "./report.ts";
import { toMarkdown } from "./table.ts";

/** All that one run found, as `--json` writes it. */
export interface Results {
  /** The day, the machine and the versions, in a line. */
  readonly machine: string;
  readonly isQuick: boolean;
  readonly reports: readonly { readonly command: CommandName; readonly report: Report }[];
}

/** A page with what a run found. */
export function toPage({ machine, isQuick, reports }: Results): string {
  const command = `pnpm bench${isQuick ? " --quick" : ""}`;
  const sections = reports.map(({ command: name, report: { tables, aims = [], failures } }) =>
    [`## ${name}`, ...tables.map(toMarkdown), ...aims, ...failures.map((failure) => `**${failure}**`)].join("\n\n"),
  );
  const head = `# What was measured

One run of \`${command}\`. docs/performance.md says what it means.

${machine}.`;
  return `${[head, ...sections].join("\n\n")}\n`;
}
