import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { type Command, commandsOf, toCommand } from "../src/commands.ts";
import { toPage } from "../src/markdown.ts";
import { findPages, findPaths, read, root } from "../src/repository.ts";

const run = promisify(execFile);
const pages = findPages().map((name) => ({ name, page: toPage(read(name)) }));
const commands = pages.flatMap(({ name, page }) => commandsOf(page).map((command) => ({ name, ...command })));

/** Scripts by the name of their workspace; those of the root have none. */
const scripts = new Map(
  findPaths()
    .filter((path) => /^((apps|packages)\/[\w-]+\/|spec\/)?package\.json$/.test(path))
    .map((path) => {
      const { name, scripts: own = {} } = JSON.parse(read(path)) as { name: string; scripts?: Record<string, string> };
      return [path === "package.json" ? undefined : name, own] as const;
    }),
);
const sources = findPaths().filter((path) => /\.(ts|tsx|js|yaml|yml|json)$/.test(path) && !path.includes("lock.yaml"));

/** pnpm's own commands, and those that packages of the root bring. */
const builtIn = /^(install|exec|add|pack|publish)$/;
const isBrought = (script: string) => existsSync(join(root, "node_modules/.bin", script));
const helpful = [...new Set(commands.map(({ script }) => script))].filter((script) =>
  /--conditions=/.test(scripts.get(undefined)?.[script] ?? ""),
);

/** What `--help` of a script prints. */
async function helpOf(script: string): Promise<string> {
  const [, ...args] = `${scripts.get(undefined)?.[script]} --help`.split(" ");
  return (await run(process.execPath, args, { cwd: root })).stdout;
}

/** Options and words of commands of a script that its help does not have. Words are names of commands where it lists some. */
function unknownTo(help: string, { args }: Command): string[] {
  const options = args.filter((arg) => /^--\w/.test(arg)).map((arg) => arg.replace(/=.*/, ""));
  const listed = [...help.matchAll(/^ {2}([a-z]+) {2}/gm)].map(([, name]) => name);
  const first = args[0] ?? "--";
  const isWord = listed.length > 0 && /^[a-z]/.test(first);
  const known = new Set(help.match(/--[\w-]+/g));
  return [...options.filter((option) => !known.has(option)), ...(isWord && !listed.includes(first) ? [first] : [])];
}

test("every command of a page is a script that there is", () => {
  const isThere = ({ script, workspace }: Command) =>
    script in (scripts.get(workspace) ?? {}) || builtIn.test(script) || isBrought(script);
  expect(commands.length).toBeGreaterThan(40);
  expect(commands.filter((command) => !isThere(command)).map(({ name, script }) => `${name}: ${script}`)).toEqual([]);
});

describe("the options and words of every command are those of its help:", () => {
  test("all that have a help are asked", () => {
    expect(helpful).toEqual(expect.arrayContaining(["bench", "codegen", "contract", "demo", "emulator", "runtimes"]));
  });

  test.each(helpful)("%s", async (script) => {
    const help = await helpOf(script);
    const asked = commands.filter((command) => command.script === script && command.workspace === undefined);
    const unknown = asked.flatMap((command) => unknownTo(help, command).map((word) => `${command.name}: ${word}`));
    expect(unknown).toEqual([]);
  });
});

test("projects of tests that are named are in vitest.config.ts", () => {
  const named = commands.flatMap(({ args }) => (args[0] === "--project" ? [args[1] ?? ""] : []));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((project) => !new RegExp(`^ {2}${project}: "`, "m").test(read("vitest.config.ts")))).toEqual([]);
});

test("variables of the environment that are named are read by the code", () => {
  const inProse = pages.flatMap(({ page }) => page.codeSpans.filter((code) => /^[A-Z]+(_[A-Z]+)+$/.test(code)));
  const named = [...new Set([...inProse, ...commands.flatMap(({ variables }) => variables)])];
  const code = sources.map(read).join("\n");
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((name) => !code.includes(name))).toEqual([]);
});

test.each([
  ["npx --yes pnpm@12 demo     # the explorer", { script: "demo", args: [] }],
  ["A_B=1 C=2 pnpm test fuzz", { script: "test", args: ["fuzz"], variables: ["A_B", "C"] }],
  ["pnpm --filter @agent-chats/demo measure", { script: "measure", workspace: "@agent-chats/demo" }],
  ["agent-chats-emulator --port 1", { script: "emulator", args: ["--port", "1"] }],
])("%s is a command", (line, expected) => expect(toCommand(line)).toMatchObject(expected));

test.each(["pnpm", "await chats", "curl -H x"])("%s is none of ours", (line) => {
  expect(toCommand(line)).toBe(undefined);
});

test("an option and a word that the help does not have are found", () => {
  const help = "Usage\n\n  walk  walks\n  size  weighs\n\n  --quick  in seconds";
  const args = ["wolk", "--quick", "--quack=1"];
  expect(unknownTo(help, { script: "bench", workspace: undefined, variables: [], args })).toEqual(["--quack", "wolk"]);
});
