import type { components } from "@agent-chats/schema/cargo";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestEmulator, get, now, send, walk } from "../../test/testing.ts";
import type { Emulator } from "../emulator.ts";

type Chat = components["schemas"]["Chat"];
type Message = components["schemas"]["Message"];

let emulator: Emulator;
beforeAll(() => {
  emulator = createTestEmulator({ chats: 1500 });
});

const list = async (query: string) => {
  const { chats } = await get<{ chats: Chat[] }>(emulator, `/cargo/ai/chats/list?limit=100000&${query}`);
  return chats;
};
const some = <Value>(toValue: (chat: Chat) => Value | null | undefined): Value => {
  const found = emulator.state.cargo.chats.map(toValue).find((value) => value != null);
  if (found == null) throw new Error("no chat has such a value");
  return found;
};

describe("each filter gives exactly the chats that satisfy it, in the order of the list:", () => {
  const middle = "2026-11-02T12:00:00.000Z";
  const cases: Record<string, () => [query: string, predicate: (chat: Chat) => boolean]> = {
    agentUuid: () => {
      const uuid = some((chat) => chat.agentUuid);
      return [`agentUuid=${uuid.toUpperCase()}`, (chat) => chat.agentUuid === uuid];
    },
    releaseUuid: () => {
      const uuid = some((chat) => chat.releaseUuid);
      return [`releaseUuid=${uuid}`, (chat) => chat.releaseUuid === uuid];
    },
    userUuid: () => {
      const uuid = some((chat) => chat.userUuid);
      return [`userUuid=${uuid}`, (chat) => chat.userUuid === uuid];
    },
    name: () => ["name=HANNOVER+messe", (chat) => /hannover messe/i.test(chat.name ?? "")],
    "a name with letters of its own": () => ["name=%C3%A4lvdal", (chat) => (chat.name ?? "").includes("Älvdal")],
    "messageStatuses in brackets": () => [
      "messageStatuses%5B%5D=error&messageStatuses[]=cancelled",
      (chat) => ["error", "cancelled"].includes(chat.lastMessage?.status ?? ""),
    ],
    "messageStatuses as documented": () => ["messageStatuses=error", (chat) => chat.lastMessage?.status === "error"],
    createdAfter: () => [`createdAfter=${middle}`, (chat) => chat.createdAt > middle],
    "createdAfter with an offset": () => [
      "createdAfter=2026-11-02T14:00:00%2B02:00",
      (chat) => chat.createdAt > middle,
    ],
    createdBefore: () => ["createdBefore=2026-11-02", (chat) => chat.createdAt < "2026-11-02T00:00:00.000Z"],
    "two filters": () => [
      "triggerType=app&messageStatuses=success",
      (chat) => chat.trigger?.type === "app" && chat.lastMessage?.status === "success",
    ],
    ...Object.fromEntries(
      ["connector", "draft", "web_extension", "app", "workflow", "chat", "schedule"].map((type) => [
        `triggerType ${type}`,
        () => [`triggerType=${type}`, (chat: Chat) => chat.trigger?.type === type],
      ]),
    ),
  };

  test.each(Object.keys(cases))("%s", async (name) => {
    const [query, predicate] = cases[name]?.() ?? ["", () => false];
    const expected = emulator.state.cargo.chats.filter(predicate);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(emulator.state.cargo.chats.length);
    expect(await list(query)).toEqual(expected);
  });
});

test("a bound excludes the very instant that it names", async () => {
  const [, chat] = emulator.state.cargo.chats;
  const uuids = async (name: string) => (await list(`${name}=${chat?.createdAt}`)).map(({ uuid }) => uuid);
  expect(await uuids("createdAfter")).not.toContain(chat?.uuid);
  expect(await uuids("createdBefore")).not.toContain(chat?.uuid);
});

test("pages are disjoint and together the whole list, the newest created first", async () => {
  const all = await walk(async (index) => {
    const path = `/cargo/ai/chats/list?limit=64&offset=${index * 64}`;
    return (await get<{ chats: Chat[] }>(emulator, path)).chats;
  });
  expect(all).toEqual(emulator.state.cargo.chats);
  expect(new Set(all.map(({ uuid }) => uuid)).size).toBe(1500);
  expect(all.map(({ createdAt }) => createdAt)).toEqual(
    all
      .map(({ createdAt }) => createdAt)
      .sort()
      .reverse(),
  );
});

test("without a limit a page has 100 chats, with a limit of 0 none", async () => {
  expect((await get<{ chats: Chat[] }>(emulator, "/cargo/ai/chats/list")).chats).toHaveLength(100);
  expect((await get<{ chats: Chat[] }>(emulator, "/cargo/ai/chats/list?limit=0")).chats).toEqual([]);
});

describe("creation", () => {
  beforeEach(() => emulator.reset());

  const create = (body: unknown, headers: Record<string, string> = { "content-type": "application/json" }) =>
    send(emulator, "/cargo/ai/chats", { method: "POST", headers, body: JSON.stringify(body) });
  const trigger = { type: "connector", connectorUuid: "c4a1de70", meta: { recordId: "41", nested: [1, null] } };

  test("a chat that was created stands in the list at once, and has no messages", async () => {
    const response = await create(
      { trigger, name: "Call Pellworm" },
      { "content-type": "application/json; charset=utf-8" },
    );
    expect(response.status).toBe(200);
    const { chat } = (await response.json()) as { chat: Chat };
    expect(chat).toMatchObject({ trigger, name: "Call Pellworm", lastMessage: null, createdAt: now.toISOString() });
    expect(await list("name=call pellworm")).toEqual([chat]);
    expect((await list(""))[0]).toEqual(chat);
    expect(await get(emulator, `/cargo/ai/messages/list?chatUuid=${chat.uuid}`)).toEqual({ messages: [] });
  });

  test("two chats of the same moment are two, and a reset forgets both", async () => {
    const before = await list("");
    const first = await (await create({ trigger: { type: "app" } })).json();
    const second = await (await create({ trigger: { type: "app" } })).json();
    expect((await list("")).slice(0, 2)).toEqual([second.chat, first.chat]);
    emulator.reset();
    expect(await list("")).toEqual(before);
  });
});

describe("messages", () => {
  const messagesOf = async (chat: Chat | undefined, query = "") =>
    (await get<{ messages: Message[] }>(emulator, `/cargo/ai/messages/list?chatUuid=${chat?.uuid}&${query}`)).messages;

  test("they end with the chat's last message, take turns, follow in time and cost what the chat cost", async () => {
    for (const chat of emulator.state.cargo.chats.slice(0, 150)) {
      const messages = await messagesOf(chat);
      const last = messages.at(-1);
      if (chat.lastMessage) expect(last).toMatchObject(chat.lastMessage);
      expect(messages.length > 0).toBe(chat.lastMessage !== null);
      expect(messages.length).toBeLessThanOrEqual(12);
      expect(messages.map(({ type }) => type)).toEqual(messages.map((_, index) => (index % 2 ? "assistant" : "user")));
      const times = messages.map(({ createdAt }) => createdAt);
      expect(times).toEqual([...new Set(times)].sort());
      const credits = messages.reduce((sum, { usage }) => sum + (usage?.creditsUsedCount ?? 0), 0);
      expect(credits).toBe(chat.creditsUsedCount);
    }
  });

  test("pages are disjoint and together the conversation", async () => {
    const chats = emulator.state.cargo.chats.slice(0, 40);
    const all = await Promise.all(chats.map((chat) => messagesOf(chat)));
    const longest = chats[all.findIndex(({ length }) => length === Math.max(...all.map((each) => each.length)))];
    const paged = await walk((index) => messagesOf(longest, `limit=2&offset=${index * 2}`));
    expect(paged.length).toBeGreaterThan(4);
    expect(paged).toEqual(await messagesOf(longest));
    expect(paged).toEqual(emulator.state.cargo.messagesOf(longest?.uuid ?? ""));
  });

  test("secrets are there, and each says that it is an example", () => {
    const clients = emulator.state.cargo.chats
      .slice(0, 200)
      .flatMap((chat) => emulator.state.cargo.messagesOf(chat.uuid) ?? [])
      .flatMap(({ mcpClients = [] }) => mcpClients);
    const secrets = clients.flatMap(({ authentication: given }) => [
      given?.accessToken,
      given?.refreshToken,
      given?.clientSecret,
    ]);
    const present = secrets.filter((secret) => secret != null);
    expect(present.length).toBeGreaterThan(50);
    expect(present.filter((secret) => !/^example-(access-token|refresh-token|client-secret)-/.test(secret))).toEqual(
      [],
    );
    expect(clients.some(({ url }) => url?.includes("api_key=example-"))).toBe(true);
  });

  test("an unknown chat is 404 in Cargo's shape", async () => {
    const response = await send(emulator, "/cargo/ai/messages/list?chatUuid=nowhere");
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ errorMessage: "The chat does not exist", reason: "notFound" });
  });
});
