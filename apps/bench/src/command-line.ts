import { parseArgs } from "node:util";

const commands = ["rivals", "walk", "memory", "call", "hostile", "mutants"] as const;

/** What the bench was told to do. */
export interface CommandLine {
  readonly command: (typeof commands)[number];
  /** Fewer chats, so that it ends in seconds. */
  readonly isQuick: boolean;
  /** Tables for the documentation, not for the terminal. */
  readonly isMarkdown: boolean;
  /** Files of the walk that get mutants; none for all of them. */
  readonly files: readonly string[];
  /** Most mutants to try; `Infinity` for all there are. */
  readonly limit: number;
}

/** The help text. */
export const usage = `Usage: pnpm bench <command> [options]
       pnpm bench mutants [file | file:line | folder …] [--limit n]

  rivals      what other walkers miss, repeat or loop on, beside ours, on the emulator with its dials
  walk        how fast a walk is beside a loop in sequence; exit code 1 when a limit is missed
  memory      what a walk over many items keeps in memory, beside one that keeps a set of identifiers
  call        what a call costs beside fetch and json(), and beside other clients; installs them first
  hostile     what other clients make of a server that misbehaves, beside ours; installs them first
  mutants     which small mistakes in the walk no test notices; of all of it, or of files such as chain.ts

  --limit n   tries at most n mutants, evenly from all there are
  --quick     fewer chats: ends in seconds
  --markdown  tables for the documentation
  --help      this text`;

/** Reads the command line. Throws an error with words for the user where it is wrong. */
export function parseCommandLine(args: readonly string[]): CommandLine | "help" {
  const flag = { type: "boolean", default: false } as const;
  const { values, positionals } = parseArgs({
    args: args.filter((argument) => argument !== "--"),
    options: { quick: flag, markdown: flag, help: flag, limit: { type: "string" } },
    allowPositionals: true,
  });
  if (values.help) return "help";
  const [name, ...files] = positionals;
  const command = commands.find((known) => known === name);
  if (!command || (files.length > 0 && command !== "mutants")) throw new Error(`Name one of ${commands.join(", ")}.`);
  const limit = Number(values.limit ?? Number.POSITIVE_INFINITY);
  if (!(limit >= 1)) throw new Error("--limit is a number from 1.");
  return { command, isQuick: values.quick, isMarkdown: values.markdown, files, limit };
}
