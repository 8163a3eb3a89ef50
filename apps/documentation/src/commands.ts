import type { Page } from "./markdown.ts";

/** A command that a page tells a reader to type. */
export interface Command {
  /** What is run: a script of the workspace, or a program. */
  readonly script: string;
  /** Workspace whose script it is; undefined for the root. */
  readonly workspace: string | undefined;
  /** Variables of the environment that are set for it. */
  readonly variables: readonly string[];
  readonly args: readonly string[];
}

/** The commands of a page: in code in its prose, and in blocks without a language or with `sh`. */
export function commandsOf({ codeSpans, blocks }: Page): Command[] {
  const lines = blocks.filter(({ info }) => info === "" || info === "sh").flatMap(({ code }) => code.split("\n"));
  return [...codeSpans, ...lines].flatMap((line) => toCommand(line) ?? []);
}

/** Reads a line as a command of pnpm or of the emulator; undefined where it is none. */
export function toCommand(line: string): Command | undefined {
  const words = line
    .replace(/\s+#.*/, "")
    .trim()
    .split(/\s+/);
  const begin = words.findIndex((word) => !/^[A-Z][A-Z0-9_]*=/.test(word));
  const variables = words.slice(0, Math.max(0, begin)).map((word) => word.replace(/=.*/, ""));
  const [program, ...rest] = withoutNpx(words.slice(begin));
  if (program === "agent-chats-emulator") return { script: "emulator", workspace: undefined, variables, args: rest };
  if (program !== "pnpm" || rest.length === 0) return undefined;
  const [workspace, args] = rest[0] === "--filter" ? [rest[1], rest.slice(2)] : [undefined, rest];
  return { script: args[0] ?? "", workspace, variables, args: args.slice(1) };
}

function withoutNpx(words: readonly string[]): readonly string[] {
  const [program, flag, name, ...rest] = words;
  return program === "npx" && flag === "--yes" && name?.startsWith("pnpm@") ? ["pnpm", ...rest] : words;
}
