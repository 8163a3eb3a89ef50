import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { execute } from "./execute.ts";
import { checkOutput, type Program } from "./project.ts";

/** Runs a compiled program. Throws where it prints something else than it should. */
export async function runCompiled(
  folder: string,
  program: Program,
  runtime: readonly [file: string, ...args: string[]],
): Promise<string> {
  const output = await execute([...runtime, `compiled/${program.file}.js`], {
    folder,
    environment: { NODE_NO_WARNINGS: "1" },
  });
  return checkOutput(program, output);
}

/** Starts the emulator's command as npm links it, asks it for chats, and stops it. */
export async function tryCommand(folder: string, node: string): Promise<string> {
  const command = join(folder, "node_modules/.bin/agent-chats-emulator");
  const child = spawn(node, [command, "--port", "0", "--chats", "3"], { stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(child, "exit");
  try {
    const url = await findUrl(child.stdout);
    const headers = { authorization: "Bearer emulator-token" };
    const { chats } = (await (await fetch(`${url}/ai/chats/list`, { headers })).json()) as { chats: unknown[] };
    if (chats.length !== 3) throw new Error(`It answered with ${chats.length} chats, and not with 3.`);
  } finally {
    child.kill("SIGTERM");
  }
  const [code] = await exit;
  if (code !== 0) throw new Error(`It ended with ${code}, and not with 0.`);
  return "answers with 3 chats, and stops with 0";
}

async function findUrl(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const url = /Cargo +(http:\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error("It ended before it said where it listens.");
}
