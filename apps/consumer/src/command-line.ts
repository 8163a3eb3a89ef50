import { parseArgs } from "node:util";

/** What the check was told to do. */
export interface CommandLine {
  readonly isQuick: boolean;
  /** File for the transcript as a page of the documentation. */
  readonly markdownFile: string | undefined;
}

/** The help text. */
export const usage = `Usage: pnpm consumer [options]

Packs the three packages and meets them as a stranger does, in a folder outside of this workspace: installed by name,
compiled with every library checked, run, and bundled. Exit code 1 when a step fails.
Package managers, compilers and bundlers are installed first, outside of the workspace. The whole runs on Linux x64.

  --quick          npm, the oldest and the newest compiler, this Node, one bundler: in seconds, and anywhere
  --markdown file  writes the transcript as a page
  --help           this text`;

/** Reads the command line. Throws an error with words for the user where it is wrong. */
export function parseCommandLine(args: readonly string[]): CommandLine | "help" {
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args: args.filter((argument) => argument !== "--"),
    options: { quick: flag, help: { ...flag, short: "h" }, markdown: { type: "string" } },
  });
  return values.help ? "help" : { isQuick: values.quick, markdownFile: values.markdown };
}
