import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Operation, type VendorId, vendorIds } from "@agent-chats/schema";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { usage } from "../command-line.ts";
import { exitCodes } from "../exit-codes.ts";
import { type DriftingEmulator, findingsIn, startDriftingEmulator } from "./drifting-emulator.ts";
import { driftingOperations, emulatedDrifts } from "./emulated-drift.ts";
import { runLive } from "./live.ts";
import { liveVendors } from "./live-vendors.ts";
import { baseUrlVariableOf, type Environment, tokenVariableOf } from "./plan.ts";

const token = "planted_token";
let drifting: DriftingEmulator;
beforeAll(async () => {
  drifting = await startDriftingEmulator(token);
});
afterEach(() => {
  expect(drifting.emulator.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  drifting.emulator.reset();
});
afterAll(() => drifting.listener.close());

async function run(environment: Environment) {
  let text = "";
  const code = await runLive(environment, (part) => {
    text += part;
  });
  expect(text).not.toContain(token);
  return { code, text, findings: findingsIn(text) };
}

describe.each(vendorIds)("drift of %s", (vendor) => {
  test.each(emulatedDrifts[vendor])("is named with its path, live: $name", async ({ drift, live }) => {
    const before = await run(drifting.environmentFor(vendor));
    drifting.drift(vendor, drift);
    const { code, text, findings } = await run(drifting.environmentFor(vendor));
    expect(findings.filter((finding) => !before.findings.includes(finding))).toEqual(live);
    expect(code).toBe(exitCodes.broken);
    // Another envelope is what no call can be answered from; nothing else fails one.
    const isEnvelope = drift.kind === "envelope";
    expect(before.text).not.toContain("Error");
    expect(text.includes("Error")).toBe(isEnvelope);
    expect(text.includes(`${driftingOperations[vendor]}`)).toBe(true);
    if (isEnvelope) expect(text).toMatch(/UnexpectedResponseError: \S+ answered 200/);
  });
});

test("drift in the messages of a chat is named too", async () => {
  drifting.emulator.dials.cargo.listMessages = { drift: [{ kind: "null", at: "/messages/*/chatUuid" }] };
  const { code, findings } = await run(drifting.environmentFor("cargo"));
  expect([code, findings]).toEqual([exitCodes.broken, ["unexpected null $.messages[*].chatUuid"]]);
});

test("what does not drift is clean, and vendors without a token are named with what they lack", async () => {
  const { code, text } = await run(drifting.environmentFor("cargo"));
  expect(code).toBe(exitCodes.clean);
  expect(text).toMatch(/^ {2}Cargo {3}listChats {7}3 pages, 60 items$/m);
  expect(text).toContain("Cargo: no difference from the spec in ");
  expect(text).toMatch(/Cotool +not asked +set COTOOL_API_KEY \(.*\) and COTOOL_AGENT_IDS \(/);
  expect(text).toMatch(/Invent +not asked +set INVENT_API_KEY \(/);
  expect(text.trimEnd()).toMatch(/No difference from the specs; not asked: Cotool, Invent\.$/);
});

test("every operation that reads is called, none that writes, and few requests are sent", async () => {
  await run(drifting.environmentFor(...vendorIds));
  const called = new Set(drifting.emulator.requests.map(({ vendor, operation }) => `${vendor} ${operation}`));
  const reading = vendorIds.flatMap((id: VendorId) =>
    Object.values<Operation>(liveVendors[id].vendor.operations)
      .filter(({ method }) => method === "GET")
      .map((operation) => `${id} ${operation.id}`),
  );
  expect([...called].sort()).toEqual(reading.sort());
  expect(drifting.emulator.requests.length).toBeLessThan(30);
});

test("of long lists three pages are read, and a field that never came is reported and no difference", async () => {
  const large = await startDriftingEmulator(token, 1_000);
  const { text } = await run(large.environmentFor(...vendorIds));
  await large.listener.close();
  const askedOf = (operation: string) => large.emulator.requests.filter((request) => request.operation === operation);
  expect(askedOf("listOrgChats")).toHaveLength(3);
  expect(askedOf("listChats")).toHaveLength(3);
  // Five agents, and three chats with their messages.
  expect(askedOf("listAgentChats")).toHaveLength(15);
  expect(askedOf("listMessages").length).toBeLessThanOrEqual(9);
  expect(text).toContain("never seen");
  expect(text).toContain(`\n  ${text.match(differing)?.length} differences from the specs.`);
});

/** Lines of findings, but for fields that never came. */
const differing = /^ {2}(?!never seen)[a-z]+(?: [a-z]+)* {2,}\$/gm;

test("a vendor that answers nothing but 429 is asked three times, far below what is allowed", async () => {
  drifting.emulator.faults.invent.listOrgChats = [{ kind: "status", status: 429, retryAfter: "0", times: 99 }];
  const { code, text } = await run(drifting.environmentFor("invent"));
  expect(code).toBe(exitCodes.broken);
  expect(text).toMatch(/Invent +listOrgChats +HttpError: Invent answered 429/);
  expect(drifting.emulator.requests).toHaveLength(3);
});

test("a call that fails is said, the others are made, and it is no drift", async () => {
  drifting.emulator.faults.cargo.listMessages = [{ kind: "status", status: 404 }];
  const { code, text, findings } = await run(drifting.environmentFor("cargo"));
  expect([code, findings]).toEqual([exitCodes.broken, []]);
  expect(text.match(/listMessages/g)?.length).toBeGreaterThanOrEqual(3);
  expect(text).toMatch(/Cargo +listMessages +HttpError: Cargo answered 404/);
  expect(text).toContain("No difference from the specs; 1 listing could not be read");
});

test("without a token nothing is asked: it says what is missing, and has an exit code of its own", async () => {
  const { code, text } = await run({ COTOOL_API_KEY: token, INVENT_API_KEY: " " });
  expect(code).toBe(exitCodes.nothing);
  for (const words of [
    "No vendor was asked",
    "CARGO_API_TOKEN",
    "set COTOOL_AGENT_IDS",
    "INVENT_API_KEY",
    "CARGO_BASE_URL",
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain("COTOOL_API_KEY");
  expect(drifting.emulator.requests).toEqual([]);
});

test.each([
  ["a token that is none", { CARGO_API_TOKEN: `${token} in two parts` }],
  ["an address that is none", { CARGO_API_TOKEN: token, CARGO_BASE_URL: "not an address" }],
  ["a wrong token", { CARGO_API_TOKEN: `${token}2` }],
])("%s is said by name, and nothing of it is shown", async (_, variables) => {
  const { code, text } = await run({ ...drifting.environmentFor("cargo"), ...variables });
  expect(code).toBe(exitCodes.broken);
  expect(text).toMatch(/Cargo {3}(not asked|listChats) +(InvalidRequest|Http)Error: /);
});

test("a token that the server repeats is not shown, nor is what moves the cursor of a terminal", async () => {
  const body = JSON.stringify({ chats: [{ [token]: 1, createdAt: 7, "\u001b[2J": 1 }], [token]: 1 });
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/json", "x-request-id": token }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const CARGO_BASE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { code, text } = await run({ CARGO_API_TOKEN: token, CARGO_BASE_URL });
  await new Promise((resolve) => server.close(resolve));
  expect(code).toBe(exitCodes.broken);
  expect(text).toContain("$.[token]");
  expect(text).not.toContain("\u001b");
});

test("the document and the help name every variable and every vendor", () => {
  const document = readFileSync(new URL("../../../../docs/live.md", import.meta.url), "utf8");
  for (const live of Object.values(liveVendors)) {
    const needed = live.variables.filter(({ fallback }) => fallback === undefined).map(({ name }) => name);
    for (const name of [live.vendor.tokenVariable, ...needed]) expect(usage).toContain(name);
    for (const { name } of [tokenVariableOf(live), ...live.variables]) expect(document).toContain(`\`${name}\``);
    expect(document).toContain(`| ${live.vendor.title} |`);
    expect(document).toContain(`\`${baseUrlVariableOf(live)}\``);
  }
  for (const code of Object.values(exitCodes)) expect(document).toContain(`\n| ${code} | `);
});
