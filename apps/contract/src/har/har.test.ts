import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type VendorId, vendorIds } from "@agent-chats/schema";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { exitCodes } from "../exit-codes.ts";
import { type DriftingEmulator, findingsIn, startDriftingEmulator } from "../live/drifting-emulator.ts";
import { emulatedDrifts } from "../live/emulated-drift.ts";
import { runHar } from "./har.ts";

const token = "planted_token";
const folder = mkdtempSync(join(tmpdir(), "contract-har-"));
let drifting: DriftingEmulator;
beforeAll(async () => {
  drifting = await startDriftingEmulator(token);
});
afterEach(() => drifting.emulator.reset());
afterAll(async () => {
  await drifting.listener.close();
  rmSync(folder, { recursive: true });
});

/** What a proxy would record of a vendor's first page. */
async function record(vendor: VendorId) {
  const [{ agentId = "" } = {}] = drifting.emulator.state.cotool.agents;
  const paths = {
    cargo: "/ai/chats/list?limit=60",
    cotool: `/api/agents/${agentId}/chats?limit=60`,
    invent: "/orgs/c/chats?take=60",
  };
  const url = `${drifting.listener.url}/${vendor}${paths[vendor]}`;
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(url, { headers });
  const content = { mimeType: "application/json", text: await response.text() };
  return {
    request: { method: "GET", url, headers: [{ name: "authorization", value: headers.authorization }] },
    response: { status: response.status, headers: [], content },
  };
}

function run(content: unknown) {
  writeFileSync(join(folder, "traffic.har"), typeof content === "string" ? content : JSON.stringify(content));
  return runOn("traffic.har");
}

function runOn(file: string) {
  const said = { out: "", error: "" };
  const code = runHar(file, folder, {
    out: (text) => {
      said.out += text;
    },
    error: (text) => {
      said.error += text;
    },
  });
  expect(said.out + said.error).not.toContain(token);
  return { code, ...said, findings: findingsIn(said.out) };
}

const toHar = (...entries: unknown[]) => ({
  log: { version: "1.2", creator: { name: "test", version: "1" }, entries },
});

describe.each(vendorIds)("recorded drift of %s", (vendor) => {
  test.each(emulatedDrifts[vendor])("is named with its path: $name", async ({ drift, live, recorded = live }) => {
    const before = run(toHar(await record(vendor)));
    drifting.drift(vendor, drift);
    const { code, findings } = run(toHar(await record(vendor)));
    expect(findings.filter((finding) => !before.findings.includes(finding))).toEqual(recorded);
    expect(code).toBe(exitCodes.broken);
  });
});

test("traffic as the spec says is clean, and what is not of a vendor is counted by reason", async () => {
  const other = { request: { method: "GET", url: "https://example.com/" }, response: { status: 200, content: {} } };
  const { code, out } = run(toHar(await record("cargo"), other, other, null));
  expect(code).toBe(exitCodes.clean);
  expect(out).toContain("1 exchange of 4 compared.");
  expect(out).toMatch(/^ {2}2 {2}no operation {2}example\.com$/m);
  expect(out).toMatch(/^ {2}1 {2}no entry$/m);
  expect(out.trimEnd()).toMatch(/No difference from the specs\.$/);
});

test("an answer of an operation that is no JSON is not clean", async () => {
  const entry = await record("cargo");
  const page = { ...entry, response: { ...entry.response, content: { text: "<html>" } } };
  const { code, out } = run(toHar(entry, page));
  expect(code).toBe(exitCodes.broken);
  expect(out.trimEnd()).toMatch(/No difference from the specs; 1 answer could not be decoded\.$/);
});

test("a file in which nothing can be compared has the exit code of nothing done", () => {
  const { code, out } = run(
    toHar({ request: { method: "GET", url: "https://a.example/" }, response: { status: 200 } }),
  );
  expect(code).toBe(exitCodes.nothing);
  expect(out).toContain("Nothing in the file is an answer of Cargo, Cotool or Invent");
  expect(run(toHar()).code).toBe(exitCodes.nothing);
});

test.each([
  ["no JSON", `{ "log": ${token}`, "the text is no JSON, or is cut"],
  ["nothing", "", "the text is no JSON, or is cut"],
  ["no HAR", { log: 7 }, "there is no object log"],
  ["no entries", { log: {} }, "there is no list log.entries"],
])("a file that holds %s is refused in one line", (_, content, words) => {
  const { code, out, error } = run(content);
  expect([code, out]).toEqual([exitCodes.usage, ""]);
  expect(error).toContain(words);
  expect(error.trimEnd()).not.toContain("\n");
});

test("a file that is not there, and a folder, are refused in one line", () => {
  expect(runOn("none.har")).toMatchObject({
    code: exitCodes.usage,
    error: "none.har cannot be read: there is no such file.\n",
  });
  expect(runOn(".").error).toBe(". cannot be read: it is a folder.\n");
});
