import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DriftingEmulator, startDriftingEmulator } from "./live/drifting-emulator.ts";
import { liveVendors } from "./live/live-vendors.ts";

const token = "planted_token";
const folder = mkdtempSync(join(tmpdir(), "contract-main-"));
const main = fileURLToPath(new URL("main.ts", import.meta.url));
let drifting: DriftingEmulator;
beforeAll(async () => {
  drifting = await startDriftingEmulator(token);
});
afterAll(async () => {
  await drifting.listener.close();
  rmSync(folder, { recursive: true });
});

/** Runs the command as a process, without tokens but those that are given. */
async function run(args: readonly string[], environment: Readonly<Record<string, string | undefined>> = {}) {
  const none = Object.values(liveVendors).map(({ vendor }) => [vendor.tokenVariable, undefined]);
  const child = spawn(process.execPath, ["--conditions=@agent-chats/source", main, ...args], {
    env: { ...process.env, ...Object.fromEntries(none), VITEST: undefined, INIT_CWD: folder, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      text += chunk;
    });
  }
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  expect(text).not.toContain(token);
  return { code, text };
}

test("live, without a token: exit code 3, and the variables that would change that", async () => {
  const { code, text } = await run(["--live"], { CARGO_BASE_URL: `http://user:${token}@127.0.0.1` });
  expect(code).toBe(3);
  for (const name of ["CARGO_API_TOKEN", "COTOOL_API_KEY", "COTOOL_AGENT_IDS", "INVENT_API_KEY"]) {
    expect(text).toContain(name);
  }
});

test("live, against an emulator that drifts: exit code 1, and each difference with its path", async () => {
  drifting.drift("cargo", { kind: "null", at: "/chats/*/slug" });
  drifting.drift("invent", { kind: "new-field", at: "/*/priority" });
  const { code, text } = await run(["--live"], drifting.environmentFor("cargo", "cotool", "invent"));
  drifting.emulator.reset();
  expect(code).toBe(1);
  expect(text).toContain("unexpected null  $.chats[*].slug");
  expect(text).toMatch(/new field +\$\[\*\]\.priority/);
});

test("live, against an emulator that does not: exit code 0", async () => {
  const { code, text } = await run(["--live"], drifting.environmentFor("cargo"));
  expect(code).toBe(0);
  expect(text).toContain("No difference from the specs");
});

test("har: a file is found from the folder in which the command was given", async () => {
  const chats = [{ uuid: 7 }];
  const entry = {
    request: { method: "GET", url: "https://api.getcargo.io/v1/ai/chats/list", headers: [{ name: "a", value: token }] },
    response: { status: 200, content: { text: JSON.stringify({ chats }) } },
  };
  writeFileSync(join(folder, "a.har"), JSON.stringify({ log: { entries: [entry] } }));
  const { code, text } = await run(["--har", "a.har"]);
  expect(code).toBe(1);
  expect(text).toMatch(/other type +\$\.chats\[\*\]\.uuid/);
  const missing = await run(["--har", "b.har"]);
  expect(missing).toEqual({ code: 2, text: "b.har cannot be read: there is no such file.\n" });
});

test("what is not understood has exit code 2, and the usage", async () => {
  const { code, text } = await run(["--live", "cargo"]);
  expect(code).toBe(2);
  expect(text).toMatch(/^--live stands alone\.\n\nUsage: pnpm contract/);
});

test("the suite ends with the exit code of the test runner, and says so where it left no report", async () => {
  const failed = await run(["no-such-test"]);
  expect(failed.code).toBe(1);
  expect(failed.text).toContain("This run left no report");
  const passed = await run(["no-such-test", "--passWithNoTests"]);
  expect(passed.code).toBe(0);
});
