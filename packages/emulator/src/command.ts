import { type CommandLine, parseCommandLine, usage } from "./command-line.ts";
import { createEmulator, type Emulator } from "./emulator.ts";
import { listen } from "./server.ts";
import { vendors } from "./vendors.ts";

/** What the command needs of the process that it runs in. */
export interface Surroundings {
  out(text: string): void;
  error(text: string): void;
  /** Hands over what is to be done when the process is asked to stop. */
  onStop(stop: () => void): void;
}

/** Runs the command until it is stopped. Returns the exit code: 0 stopped, 1 no port, 2 not understood. */
export async function runCommand(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const line = read(args, surroundings);
  if (typeof line === "number") return line;
  const emulator = createEmulator(line);
  const listener = await open(emulator, line, surroundings);
  if (!listener) return 1;
  surroundings.out(greeting(emulator, listener.url));
  await new Promise<void>((resolve) => surroundings.onStop(resolve));
  await listener.close();
  return 0;
}

function read(args: readonly string[], { out, error }: Surroundings): CommandLine | number {
  try {
    const line = parseCommandLine(args);
    if (!line.help) return line;
    out(usage);
    return 0;
  } catch (problem) {
    error(`${problem instanceof Error ? problem.message : problem}\n\n${usage}`);
    return 2;
  }
}

async function open(emulator: Emulator, { host, port }: CommandLine, { error }: Surroundings) {
  try {
    return await listen(emulator, { host, port });
  } catch (problem) {
    error(toReason(problem as NodeJS.ErrnoException, host, port));
    return undefined;
  }
}

function toReason({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === "EADDRINUSE") return `Port ${port} of ${host} is taken. Choose another: --port 0 takes a free one.`;
  if (code === "EACCES") return `Port ${port} of ${host} may not be used by this user. Choose one above 1023.`;
  return `Cannot listen on ${host} port ${port}: ${message}`;
}

/** Addresses, token, and one request to try for each vendor. */
function greeting({ state, token }: Emulator, url: string): string {
  const all = Object.values(vendors);
  const examples: { [V in keyof typeof vendors]: string } = {
    cargo: "/ai/chats/list?limit=2",
    cotool: `/api/agents/${state.cotool.agents[0]?.agentId}/chats?limit=2`,
    invent: "/orgs/c/chats?take=2",
  };
  return [
    "agent-chats-emulator",
    "",
    ...all.map(({ vendor }) => `  ${vendor.title.padEnd(8)}${url}/${vendor.id}`),
    `  ${"Token".padEnd(8)}${token}`,
    "",
    "Try:",
    "",
    ...all.map(({ vendor: { id } }) => `  curl -H "Authorization: Bearer ${token}" "${url}/${id}${examples[id]}"`),
    "",
    "Ctrl+C stops it.",
  ].join("\n");
}
