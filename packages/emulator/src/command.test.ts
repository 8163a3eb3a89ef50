import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runCommand } from "./command.ts";
import { parseCommandLine } from "./command-line.ts";
import { listen } from "./server.ts";

/** Runs the command in this process, and stops it as soon as it serves; returns what it said. */
async function run(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const said = { out: "", error: "" };
  const code = await runCommand(args, {
    out: (text) => {
      said.out += text;
    },
    error: (text) => {
      said.error += text;
    },
    onStop: (stop) => stop(),
  });
  return { code, ...said };
}

test("the addresses, the token and one request for each vendor are printed", async () => {
  const { code, out } = await run("--port", "0", "--chats", "50", "--token", "t-1");
  expect(code).toBe(0);
  expect(out.replace(/:\d{4,5}\//g, ":PORT/").replace(/[0-9a-f-]{36}/, "AGENT")).toBe(`agent-chats-emulator

  Cargo   http://127.0.0.1:PORT/cargo
  Cotool  http://127.0.0.1:PORT/cotool
  Invent  http://127.0.0.1:PORT/invent
  Token   t-1

Try:

  curl -H "Authorization: Bearer t-1" "http://127.0.0.1:PORT/cargo/ai/chats/list?limit=2"
  curl -H "Authorization: Bearer t-1" "http://127.0.0.1:PORT/cotool/api/agents/AGENT/chats?limit=2"
  curl -H "Authorization: Bearer t-1" "http://127.0.0.1:PORT/invent/orgs/c/chats?take=2"

Ctrl+C stops it.`);
});

test.each([
  [["--port", "70000"], '--port must be a whole number from 0 to 65535, not "70000".'],
  [["--port", "4e3"], "--port must be a whole number"],
  [["--seed", "x"], "--seed must be a whole number"],
  [["--chats", "1.5"], "--chats must be a whole number"],
  [["--token", "a b"], "--token must be visible ASCII"],
  [["--prot", "1"], "--prot"],
  [["4010"], "4010"],
  [["--port"], "--port"],
])("%j is not understood, and the message says why", async (args, message) => {
  const { code, error } = await run(...args);
  expect(code).toBe(2);
  expect(error).toContain(message);
  expect(error).toContain("Usage: agent-chats-emulator");
});

test("what is not said has a default", () => {
  const defaults = { help: false, port: 4010, host: "127.0.0.1", seed: 1, chats: 2000, token: "emulator-token" };
  expect(parseCommandLine([])).toEqual(defaults);
  expect(parseCommandLine(["--seed=-3"])).toEqual({ ...defaults, seed: -3 });
});

test("a taken port is said in one line", async () => {
  const taken = await listen({ fetch: async () => new Response() });
  const port = new URL(taken.url).port;
  expect(await run("--port", port)).toEqual({
    code: 1,
    out: "",
    error: `Port ${port} of 127.0.0.1 is taken. Choose another: --port 0 takes a free one.`,
  });
  await taken.close();
});

test("help is no error", async () => {
  const { code, out } = await run("--help");
  expect(code).toBe(0);
  expect(out).toContain("--chats NUMBER");
});

test("as a process it serves until it is stopped", async () => {
  const cli = fileURLToPath(new URL("cli.ts", import.meta.url));
  const flags = ["--conditions=@agent-chats/source", cli, "--port", "0", "--chats", "20"];
  const child = spawn(process.execPath, flags, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  let out = "";
  for await (const chunk of child.stdout) {
    out += chunk;
    if (!out.includes("stops it")) continue;
    const url = /http:\S+\/invent/.exec(out)?.[0];
    const headers = { authorization: "Bearer emulator-token" };
    expect((await fetch(`${url}/orgs/c/chats`, { headers })).status).toBe(200);
    child.kill("SIGTERM");
  }
  expect(await ended).toBe(0);
});
