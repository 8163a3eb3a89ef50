import { createEmulator, type Listener, listen } from "@agent-chats/emulator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examine } from "../src/examination.ts";
import type { Exchange, ServerKind } from "../src/exchange.ts";
import { jsonSchemas } from "../src/oracle/json-schemas.ts";
import { createSchemaOracle } from "../src/oracle/schema-oracle.ts";
import { startDirect, token } from "../src/session.ts";
import { readSpec } from "../src/specs.ts";
import { startUpstream, type Upstream } from "../src/upstream.ts";

const spec = readSpec("cotool");
const agentId = "3f0c6a52-6a0e-4a53-9a43-0d7b1c6f2e11";
let listener: Listener;
let upstream: Upstream;

beforeAll(async () => {
  listener = await listen(createEmulator({ chats: 1 }));
  upstream = await startUpstream(1);
});

afterAll(async () => {
  await listener.close();
  await upstream.stop();
});

const violation = JSON.stringify([{ location: ["response", "body", "totalCount"], code: "type", message: "is wrong" }]);
const wrongRequest = JSON.stringify([
  { location: ["request", "query", "limit"], code: "maximum", message: "is wrong" },
]);

/** The findings of a run in which a server had this one exchange, right but for what is given. */
function findingsOf(
  server: ServerKind,
  wrong: { query?: string; body?: unknown; violations?: string; status?: number },
) {
  const { query = "", body = { chats: [], totalCount: 0 }, violations, status = 200 } = wrong;
  const session = { ...startDirect(spec, `${listener.url}/cotool`), server };
  const exchange: Exchange = {
    method: "GET",
    url: `${session.url}/api/agents/${agentId}/chats${query}`,
    headers: { authorization: `Bearer ${token}` },
    body: undefined,
    status,
    answerHeaders: new Headers({
      "content-type": "application/json",
      ...(violations !== undefined && { "sl-violations": violations }),
    }),
    answer: JSON.stringify(body),
  };
  const oracle = createSchemaOracle(spec, jsonSchemas.cotool);
  const sessions = [{ ...session, exchanges: [exchange] }];
  const stage = { upstream, sessions, sessionOf: () => session, oracleOf: () => oracle, stop: async () => {} };
  const { findings, compared } = examine(stage, []);
  expect(compared).toBe(1);
  return findings.map(({ exchange: id, message }) => `${id} ${message.split(":")[0]}`);
}

test("an exchange in which nothing is wrong gives no finding, whoever answered", () => {
  for (const server of ["mock", "proxy", "emulator"] as const) expect(findingsOf(server, {})).toEqual([]);
});

test("a request that only one of the oracles refuses is a finding", () => {
  expect(findingsOf("proxy", { query: "?limit=101" })).toEqual(["cotool-proxy-1 request"]);
  expect(findingsOf("mock", { violations: wrongRequest })).toEqual(["cotool-mock-1 request"]);
  expect(findingsOf("mock", { query: "?limit=101", violations: wrongRequest })).toEqual([]);
});

test("an answer in which either of them sees a fault is a finding", () => {
  expect(findingsOf("proxy", { violations: violation })).toEqual(["cotool-proxy-1 answer"]);
  expect(findingsOf("proxy", { body: { chats: [], totalCount: "0" } })).toEqual(["cotool-proxy-1 answer"]);
  const both = findingsOf("mock", { body: { chats: [], totalCount: "0" }, violations: violation });
  expect(both).toEqual(["cotool-mock-1 answer", "cotool-mock-1 answer"]);
});

test("a request that the emulator takes and the schemas refuse is a finding, unless it refuses it too", () => {
  expect(findingsOf("emulator", { query: "?limit=101" })).toEqual([
    "cotool-emulator-1 the emulator took a request that the schemas refuse",
  ]);
  expect(findingsOf("emulator", { query: "?limit=101", status: 400, body: {} })).toEqual([]);
});
