import { createEmulator } from "@agent-chats/emulator";
import { describe, expect, test } from "vitest";
import { findListing, setFaults } from "../src/emulated.ts";
import { jsonSchemas } from "../src/oracle/json-schemas.ts";
import { isNode, valueAt } from "../src/pointer.ts";
import { knownValuesOf } from "../src/requests/known-values.ts";
import { type RequestCase, requestCasesOf } from "../src/requests/request-case.ts";
import { toWireLine } from "../src/requests/wire-line.ts";
import { selectOf } from "../src/selections.ts";
import { examplesOf, type SpecOperation, specs } from "../src/specs.ts";

const emulator = createEmulator({ chats: 120, seed: 3 });
const operations = specs.flatMap((spec) => spec.operations);
const authorized = { authorization: `Bearer ${emulator.token}` };

/** Sends the operation with nothing that can be left out, past the client. */
function send(operation: SpecOperation, headers: Record<string, string> = authorized): Promise<Response> {
  const known = knownValuesOf(emulator, operation);
  const [base] = requestCasesOf(operation, jsonSchemas[operation.vendor], known) as [RequestCase];
  const [method = "", target = ""] = toWireLine(operation, base).split(" ");
  const url = `http://emulator.example/${operation.vendor}${target}`;
  const body = base.body === undefined ? null : JSON.stringify(base.body);
  const type = body === null ? undefined : { "content-type": "application/json" };
  return emulator.fetch(new Request(url, { method, headers: { ...headers, ...type }, body }));
}

describe.each(operations)("the emulator's $id", (operation) => {
  test("is not answered to the right token under another scheme, nor to the token alone", async () => {
    for (const authorization of [`Basic ${emulator.token}`, `Token ${emulator.token}`, emulator.token]) {
      expect((await send(operation, { authorization })).status, authorization).toBe(401);
    }
    expect((await send(operation)).status).toBe(200);
  });

  test("has every header that the spec declares", async () => {
    const answer = operation.answers.find(({ status }) => status === 200);
    const { headers } = await send(operation);
    expect([...headers.keys()]).toEqual(expect.arrayContaining(Object.keys(answer?.headerSchemas ?? {})));
  });

  test("says in an error what the spec's example of the status says, and nothing that no example says", async () => {
    const failures = operation.answers.filter((answer) => answer.status !== 200);
    const known = failures.flatMap(({ status }) => shownAt(operation, status).flatMap(membersOf));
    for (const { status } of failures) {
      setFaults(emulator, operation, [{ kind: "status", status }]);
      const response = await send(operation);
      expect(response.status).toBe(status);
      const text = await response.text();
      const [shown] = shownAt(operation, status);
      if (!isNode(shown)) expect([shown]).toEqual([text]);
      else expect(membersOf(JSON.parse(text)), String(status)).toEqual(expect.arrayContaining(membersOf(shown)));
      if (isNode(shown)) expect(known).toEqual(expect.arrayContaining(membersOf(JSON.parse(text))));
    }
  });
});

function shownAt(operation: SpecOperation, status: number): unknown[] {
  return examplesOf(operation, status).map(({ value }) => value);
}

function membersOf(value: unknown): string[] {
  return isNode(value) ? Object.keys(value) : [];
}

/** What items have that a filter with a value lets through, by a field of theirs: from the vendors' words, written anew. */
const filters: Readonly<Record<string, readonly [name: string, value: unknown, at: string, has: unknown][]>> = {
  listChats: [
    ["triggerType", "connector", "/trigger/type", "connector"],
    ["messageStatuses", ["error"], "/lastMessage/status", "error"],
  ],
  listOrgChats: [
    ["status", "COMPLETED", "/status", "COMPLETED"],
    ["state", "CLOSED", "/state/state", "CLOSED"],
    ["ai_status", "ENABLED", "/state/ai_enabled", true],
    ["ai_status", "DISABLED", "/state/ai_enabled", false],
    ["filter", "RESOLVED", "/state/state", "CLOSED"],
  ],
};

const rows = operations.flatMap((operation) =>
  (filters[operation.id] ?? []).map(([name, value, at, has]) => ({ operation, name, value, at, has })),
);

test.each(rows)("filtered by $name=$value, a list has the items whose $at is $has, and no others", async (row) => {
  const { operation, name, value, at, has } = row;
  const { always, readItems } = findListing(emulator, operation);
  const options = { token: emulator.token, fetch: emulator.fetch };
  const given = await selectOf(operation.id)(options, { ...always, [name]: value }).toArray();
  const expected = readItems().filter((item) => valueAt(item, at) === has);
  expect(given.length).toBeGreaterThan(0);
  expect(given).toEqual(JSON.parse(JSON.stringify(expected)));
});
