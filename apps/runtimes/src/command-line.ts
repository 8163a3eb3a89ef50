import { parseArgs } from "node:util";

/** What the command was told to do. */
export interface CommandLine {
  /** Names of runtimes; none for all of them. */
  readonly names: readonly string[];
  /** Only say what there is. */
  readonly isList: boolean;
}

/** The help text. */
export const usage = `Usage: pnpm runtimes [runtime …] [--list]

Runs the client's tests on every runtime that it promises to run on, or on those named.

  --list  says which runtimes there are, and which tests are left out where, and why
  --help  this text`;

/** Reads the command line. Throws an error with words for the user where it is wrong. */
export function parseCommandLine(args: readonly string[]): CommandLine | "help" {
  const flag = { type: "boolean", default: false } as const;
  const { values, positionals } = parseArgs({
    args: args.filter((argument) => argument !== "--"),
    options: { list: flag, help: { ...flag, short: "h" } },
    allowPositionals: true,
  });
  return values.help ? "help" : { names: positionals, isList: values.list };
}
