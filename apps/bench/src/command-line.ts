import { parseArgs } from "node:util";
import { type CommandName, commandNames, commands, type Settings } from "./commands.ts";

/** What the bench was told to do. */
export interface CommandLine extends Settings {
  readonly commands: readonly CommandName[];
  /** Tables for the documentation, not for the terminal. */
  readonly isMarkdown: boolean;
  /** File for the results as JSON. */
  readonly jsonFile: string | undefined;
  /** File for the results as a page of Markdown. */
  readonly pageFile: string | undefined;
}

const widest = Math.max(...commandNames.map(({ length }) => length));

/** The help text. */
export const usage = `Usage: pnpm bench [command …] [options]
       pnpm bench mutants [file | file:line | folder …] [--limit n]

${commandNames.map((name) => `  ${name.padEnd(widest)}  ${commands[name].does}`).join("\n")}

Without a command: ${commandNames.filter((name) => commands[name].isMeasurement).join(", ")};
all of it takes some twenty minutes. rivals and specs take about a minute, hostile three, mutants hours.
Exit code 1 when a limit is missed. Other clients and compilers are installed first, outside of the workspace.

  --limit n    tries at most n mutants, evenly from all there are
  --quick      fewer chats and rounds: ends in seconds
  --markdown   tables for the documentation
  --json file  writes the results as JSON too
  --page file  writes them as a page of Markdown
  --help       this text`;

/** Reads the command line. Throws an error with words for the user where it is wrong. */
export function parseCommandLine(args: readonly string[]): CommandLine | "help" {
  const flag = { type: "boolean", default: false } as const;
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    args: args.filter((argument) => argument !== "--"),
    options: { quick: flag, markdown: flag, help: { ...flag, short: "h" }, limit: text, json: text, page: text },
    allowPositionals: true,
  });
  if (values.help) return "help";
  const limit = Number(values.limit ?? Number.POSITIVE_INFINITY);
  if (!(limit >= 1)) throw new Error("--limit is a number from 1.");
  const settings = {
    isQuick: values.quick,
    isMarkdown: values.markdown,
    limit,
    jsonFile: values.json,
    pageFile: values.page,
  };
  const [first, ...parts] = positionals;
  if (first !== undefined && isCommand(first) && "takesParts" in commands[first]) {
    return { ...settings, commands: [first], parts };
  }
  const unknown = positionals.filter((name) => !isCommand(name));
  if (unknown.length > 0) {
    throw new Error(`There is no ${unknown.join(", ")}: name any of ${commandNames.join(", ")}.`);
  }
  const named = positionals.filter(isCommand);
  return { ...settings, commands: named.length > 0 ? named : measurements, parts: [] };
}

const measurements = commandNames.filter((name) => commands[name].isMeasurement);

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}
