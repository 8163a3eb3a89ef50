import { describe, expect, test } from "vitest";
import { createTestEmulator, send } from "../../test/testing.ts";
import type { EmulatorOptions } from "../emulator.ts";

const chats = "/cargo/ai/chats/list";
type Test = ReturnType<typeof createTestEmulator>;
const statusesOf = async (emulator: Test, times: number) => {
  const statuses: number[] = [];
  for (let count = 0; count < times; count += 1) statuses.push((await send(emulator, chats)).status);
  return statuses;
};

test("faults come in their order, so often and so late as they say, and what is left can be read", async () => {
  const emulator = createTestEmulator({ chats: 5 });
  emulator.faults.cargo.listChats = [
    { kind: "status", status: 429, times: 2, after: 1 },
    { kind: "status", status: 500, after: 2 },
    { kind: "status", status: 503 },
  ];
  expect(await statusesOf(emulator, 2)).toEqual([200, 429]);
  expect(emulator.faults.cargo.listChats).toEqual([
    { kind: "status", status: 429, times: 1, after: 0 },
    { kind: "status", status: 500, after: 2 },
    { kind: "status", status: 503 },
  ]);
  expect(await statusesOf(emulator, 6)).toEqual([429, 200, 200, 500, 503, 200]);
  expect(emulator.faults.cargo.listChats).toEqual([]);
});

test("faults hit requests in the order in which these come, whatever takes its time", async () => {
  const emulator = createTestEmulator({ chats: 5, dials: { cargo: { listChats: { latencyMs: 5 } } } });
  emulator.faults.cargo.listChats = [
    { kind: "slow", latencyMs: 20 },
    { kind: "status", status: 500 },
  ];
  const answers = await Promise.all([send(emulator, chats), send(emulator, chats), send(emulator, chats)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 500, 200]);
});

test("faults of one operation leave the others alone, and unknown paths use none up", async () => {
  const emulator = createTestEmulator({ chats: 5, faults: { cargo: { createChat: [{ kind: "reset" }] } } });
  expect(await statusesOf(emulator, 1)).toEqual([200]);
  expect((await send(emulator, "/invent/orgs/c/chats")).status).toBe(200);
  expect((await send(emulator, "/cargo/ai/chats")).status).toBe(405);
  expect(emulator.faults.cargo.createChat).toEqual([{ kind: "reset" }]);
});

test("a reset brings back the faults of the beginning, in full", async () => {
  const given = { cargo: { listChats: [{ kind: "status" as const, status: 500, times: 2 }] } };
  const emulator = createTestEmulator({ chats: 5, faults: given });
  given.cargo.listChats.pop();
  emulator.faults.invent.listOrgChats = [{ kind: "empty" }];
  expect(await statusesOf(emulator, 3)).toEqual([500, 500, 200]);
  emulator.reset();
  expect(emulator.faults.invent.listOrgChats).toEqual([]);
  expect(await statusesOf(emulator, 3)).toEqual([500, 500, 200]);
});

test("faults that were set are nobody's to change, and refused ones change nothing", async () => {
  const emulator = createTestEmulator({ chats: 5 });
  const faults = [{ kind: "status" as const, status: 500 }];
  emulator.faults.cargo.listChats = faults;
  faults.pop();
  expect(() => {
    // @ts-expect-error faults are replaced, not changed
    emulator.faults.cargo.listChats.push({ kind: "reset" });
  }).toThrow(TypeError);
  expect(() => {
    emulator.faults.cargo.listChats = [{ kind: "status", status: 200 }];
  }).toThrow(RangeError);
  expect(() => {
    // @ts-expect-error a member of another kind
    emulator.faults.cargo.listChats = [{ kind: "reset", latencyMs: 3 }];
  }).toThrow(RangeError);
  expect(emulator.faults.cargo.listChats).toEqual([{ kind: "status", status: 500 }]);
  expect(await statusesOf(emulator, 2)).toEqual([500, 200]);
});

test("an error of the vendor's own can be spoilt as well", async () => {
  const emulator = createTestEmulator({ chats: 5, faults: { cargo: { listChats: [{ kind: "truncated" }] } } });
  const response = await send(emulator, chats, { headers: { authorization: "Bearer wrong" } });
  expect([response.status, await response.text()]).toEqual([
    401,
    expect.stringMatching(/^{"errorMessage":"The token[^}]*$/),
  ]);
  expect(emulator.requests).toMatchObject([{ status: 401, fault: "truncated" }]);
});

test("what spoils an answer leaves the deed done, what stands in its place does not", async () => {
  const post = { method: "POST", headers: { "content-type": "application/json" }, body: '{"trigger":{"type":"app"}}' };
  const grown = async (kind: "cut" | "stall" | "truncated" | "reset" | "html" | "empty") => {
    const emulator = createTestEmulator({ chats: 5, faults: { cargo: { createChat: [{ kind }] } } });
    await send(emulator, "/cargo/ai/chats", post).catch(() => {});
    return [kind, emulator.state.cargo.chats.length - 5];
  };
  const all = await Promise.all((["cut", "stall", "truncated", "reset", "html", "empty"] as const).map(grown));
  expect(Object.fromEntries(all)).toEqual({ cut: 1, stall: 1, truncated: 1, reset: 0, html: 0, empty: 0 });
});

describe("what is no fault is refused, by the compiler and by name:", () => {
  type Faults = EmulatorOptions["faults"];
  const list = (fault: unknown) => ({ cargo: { listChats: [fault] } }) as Faults;
  const cases: [message: string, faults: () => Faults][] = [
    // @ts-expect-error no such vendor
    ["faults.carg does not exist; the vendors: cargo, cotool, invent", () => ({ carg: {} })],
    [
      "faults.cargo.listChat does not exist; the operations: listChats, createChat, listMessages",
      // @ts-expect-error no such operation
      () => ({ cargo: { listChat: [] } }),
    ],
    [
      "faults.cargo.listChats must be an array of faults, not an object",
      // @ts-expect-error a fault, and no array
      () => ({ cargo: { listChats: { kind: "reset" } } }),
    ],
    [
      'faults.invent.listOrgChats.0 must be an object with a kind, not "reset"',
      // @ts-expect-error the name of a kind
      () => ({ invent: { listOrgChats: ["reset"] } }),
    ],
    [
      'faults.cargo.listChats.1.kind must be one of status, reset, hang, cut, stall, truncated, html, empty, slow, not "stal"',
      // @ts-expect-error no such kind
      () => ({ cargo: { listChats: [{ kind: "cut" }, { kind: "stal" }] } }),
    ],
    [
      "faults.cargo.listChats.0.latencyMs does not exist; there is kind, times, after",
      () => list({ kind: "reset", latencyMs: 3 }),
    ],
    [
      "faults.cargo.listChats.0.latencyMs must be milliseconds from 0 and below 2147483648, not undefined",
      // @ts-expect-error how slow is not said
      () => ({ cargo: { listChats: [{ kind: "slow" }] } }),
    ],
    [
      "faults.cargo.listChats.0.status must be a whole number from 400 to 599, not undefined",
      // @ts-expect-error which status is not said
      () => ({ cargo: { listChats: [{ kind: "status" }] } }),
    ],
    [
      'faults.cargo.listChats.0.retryAfter must be the text of a header, such as "2", not 2',
      // @ts-expect-error a number
      () => ({ cargo: { listChats: [{ kind: "status", status: 429, retryAfter: 2 }] } }),
    ],
    [
      'faults.cargo.listChats.0.body must be one of vendor, empty, not "html"',
      // @ts-expect-error no such body
      () => ({ cargo: { listChats: [{ kind: "status", status: 429, body: "html" }] } }),
    ],
    [
      "faults.cargo.listChats.0.status must be a whole number from 400 to 599, not 302",
      () => list({ kind: "status", status: 302 }),
    ],
    [
      "faults.cargo.listChats.0.status must be a whole number from 400 to 599, not 600",
      () => list({ kind: "status", status: 600 }),
    ],
    [
      'faults.cargo.listChats.0.retryAfter must be the text of a header, such as "2", not "2\\n"',
      () => list({ kind: "status", status: 429, retryAfter: "2\n" }),
    ],
    ["faults.cargo.listChats.0.times must be a whole number from 1, not 0", () => list({ kind: "cut", times: 0 })],
    [
      "faults.cargo.listChats.0.times must be a whole number from 1, not Infinity",
      () => list({ kind: "cut", times: Number.POSITIVE_INFINITY }),
    ],
    ["faults.cargo.listChats.0.after must be a whole number from 0, not -1", () => list({ kind: "cut", after: -1 })],
    ["faults.cargo.listChats.0 must be an object with a kind, not null", () => list(null)],
  ];

  test.each(cases)("%s", (message, toFaults) => {
    const faults = toFaults() ?? {};
    expect(() => createTestEmulator({ faults })).toThrow(new RangeError(message));
  });
});
