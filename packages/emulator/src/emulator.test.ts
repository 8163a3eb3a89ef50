import { expect, test } from "vitest";
import { createTestEmulator, now, send } from "../test/testing.ts";
import { createEmulator, type Emulator } from "./emulator.ts";

const paths = (emulator: Emulator) => [
  "/cargo/ai/chats/list?limit=600",
  `/cargo/ai/messages/list?chatUuid=${emulator.state.cargo.chats[7]?.uuid}`,
  `/cotool/api/agents/${emulator.state.cotool.agents[2]?.agentId}/chats?limit=100`,
  "/invent/orgs/c/chats?take=100",
];

async function bytes(emulator: Emulator): Promise<string[]> {
  const answers = await Promise.all(paths(emulator).map((path) => send(emulator, path)));
  return Promise.all(answers.map((response) => response.text()));
}

test("the same seed and clock give the same bytes, in whatever order the vendors are used", async () => {
  const [first, second] = [createTestEmulator({ seed: 5 }), createTestEmulator({ seed: 5 })];
  void second.state.invent.chats;
  void second.state.cargo.messagesOf(second.state.cargo.chats[0]?.uuid ?? "");
  expect(await bytes(second)).toEqual(await bytes(first));
});

test("another seed gives other data everywhere", async () => {
  const [first, second] = [createTestEmulator({ seed: 5 }), createTestEmulator({ seed: 6 })];
  const [left, right] = [await bytes(first), await bytes(second)];
  for (const [index, text] of left.entries()) expect(text).not.toBe(right[index]);
});

test("a reset brings back the beginning, even when time has passed", async () => {
  let time = now.getTime();
  const emulator = createTestEmulator({ clock: () => new Date(time) });
  const before = await bytes(emulator);
  time += 3_600_000;
  emulator.state.cargo.create({ trigger: { type: "app" } });
  expect(await bytes(emulator)).not.toEqual(before);
  emulator.reset();
  expect(emulator.requests).toEqual([]);
  expect(await bytes(emulator)).toEqual(before);
});

test("all times end at the minute of the clock and reach some 90 days back", () => {
  const emulator = createTestEmulator({ clock: () => new Date("2026-11-20T15:04:59.999Z") });
  const times =
    JSON.stringify(emulator.state.cargo.chats)
      .match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)
      ?.sort() ?? [];
  const [first = "", last = ""] = [times[0], times.at(-1)];
  expect(last > "2026-11-20T14:34" && last <= "2026-11-20T15:04:00.000Z").toBe(true);
  expect(first.slice(0, 7)).toBe("2026-08");
});

test("the vendors' own addresses lead to them", async () => {
  const emulator = createTestEmulator();
  const headers = { authorization: "Bearer emulator-token" };
  const urls = [
    "https://api.getcargo.io/v1/ai/chats/list",
    `https://app.cotool.ai/api/agents/${emulator.state.cotool.agents[0]?.agentId}/chats`,
    "https://api.useinvent.com/orgs/c/chats",
  ];
  for (const url of urls) expect((await emulator.fetch(new Request(url, { headers }))).status).toBe(200);
});

test("the root answers an index, anything else that is no vendor's 404", async () => {
  const emulator = createTestEmulator();
  const index = await send(emulator, "/");
  expect(await index.json()).toEqual({
    name: "agent-chats-emulator",
    vendors: { cargo: "/cargo", cotool: "/cotool", invent: "/invent" },
  });
  expect((await send(emulator, "/acme/chats")).status).toBe(404);
});

test("what arrived is noted with its raw query, and without the token", async () => {
  const emulator = createTestEmulator({ token: "secret-7" });
  await send(emulator, "/cargo/ai/chats/list?messageStatuses%5B%5D=error");
  await send(emulator, "/invent/orgs/c/chats?page=0");
  await send(emulator, "/cotool/nothing", { method: "POST" });
  await send(emulator, "/");
  expect(emulator.requests).toEqual([
    {
      vendor: "cargo",
      operation: "listChats",
      method: "GET",
      url: "/cargo/ai/chats/list?messageStatuses%5B%5D=error",
      status: 200,
    },
    { vendor: "invent", operation: "listOrgChats", method: "GET", url: "/invent/orgs/c/chats?page=0", status: 400 },
    { vendor: "cotool", operation: null, method: "POST", url: "/cotool/nothing", status: 404 },
    { vendor: null, operation: null, method: "GET", url: "/", status: 200 },
  ]);
  expect(JSON.stringify(emulator.requests)).not.toContain("secret-7");
});

test("every answer tells the time of the clock, errors too", async () => {
  let time = now.getTime();
  const emulator = createTestEmulator({ clock: () => new Date(time) });
  const paths = ["/cargo/ai/chats/list", "/invent/orgs/c/chats?page=0", "/cotool/nothing", "/acme", "/"];
  for (const path of paths) {
    time += 61_000;
    expect((await send(emulator, path)).headers.get("date")).toBe(new Date(time).toUTCString());
  }
});

test("an aborted request rejects with the reason of its signal", async () => {
  const emulator = createTestEmulator();
  const reason = new Error("enough");
  await expect(send(emulator, "/cargo/ai/chats/list", { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(emulator.requests).toEqual([]);
});

test("a count of 0 gives empty lists, not errors", async () => {
  const emulator = createTestEmulator({ chats: 0 });
  expect(await (await send(emulator, "/cargo/ai/chats/list")).json()).toEqual({ chats: [] });
  expect(await (await send(emulator, "/invent/orgs/c/chats")).json()).toEqual([]);
});

test("options that make no sense are refused by name", () => {
  expect(() => createEmulator({ seed: 1.5 })).toThrow("seed must be a whole number, not 1.5");
  expect(() => createEmulator({ chats: -1 })).toThrow("chats must be a count, not -1");
  expect(() => createEmulator({ clock: () => new Date(Number.NaN) })).toThrow("clock must give a valid date");
  for (const token of ["planted token", "", "ä", "planted\n"]) {
    const refusal = new RangeError("token must be visible ASCII without spaces");
    expect(() => createEmulator({ token }), token).toThrow(refusal);
  }
});
