import type { components } from "@agent-chats/schema/invent";
import { beforeAll, describe, expect, test } from "vitest";
import { createTestEmulator, get, send, walk } from "../../test/testing.ts";
import type { Emulator } from "../emulator.ts";

type Chat = components["schemas"]["Chat"];

let emulator: Emulator;
beforeAll(() => {
  emulator = createTestEmulator({ chats: 1500 });
});

const list = (query: string) =>
  walk((index) => get<Chat[]>(emulator, `/invent/orgs/c/chats?${query}&page=${index + 1}`));

const names = ({ members }: Chat) => members.map((member) => member.contact_channel?.contact?.name ?? "");
const inbox = (predicate: (state: NonNullable<Chat["state"]>) => boolean) => (chat: Chat) =>
  chat.state != null && predicate(chat.state);

const channels = [
  "internal",
  "custom",
  "whatsapp_bot",
  "messenger_bot",
  "instagram_dm",
  "twilio",
  "slack_bot",
  "telegram_bot",
  "gmail",
  "google_calendar",
];

describe("each filter gives exactly the chats that satisfy it, in the order of the list:", () => {
  const cases: Record<string, (chat: Chat) => boolean> = {
    "search=KETTLE": ({ title }) => /kettle/i.test(title ?? ""),
    "search=petersen": (chat) => [chat.title ?? "", ...names(chat)].some((text) => /petersen/i.test(text)),
    "search=%E6%B3%A8%E6%96%87": ({ title }) => title?.includes("注文") ?? false,
    "state=OPEN": inbox(({ state }) => state === "OPEN"),
    "state=SNOOZED": inbox(({ state }) => state === "SNOOZED"),
    "state=CLOSED": inbox(({ state }) => state === "CLOSED"),
    "ai_status=ENABLED": inbox((state) => state.ai_enabled === true),
    "ai_status=DISABLED": inbox((state) => state.ai_enabled === false),
    "filter=UNREAD": inbox((state) => (state.admin_unseen_count ?? 0) > 0),
    "filter=RESOLVED": inbox(({ state }) => state === "CLOSED"),
    "filter=UNRESOLVED": (chat) => chat.state?.state !== "CLOSED",
    "filter=ASSIGNED_TO_ME": inbox((state) => state.assigned_user?.id === emulator.state.invent.userId),
    "filter=UNASSIGNED": (chat) => !chat.state?.assigned_user,
    "state=OPEN&filter=UNASSIGNED&integration_id=gmail": inbox(
      (state) => state.state === "OPEN" && !state.assigned_user && state.integration_id === "gmail",
    ),
    ...Object.fromEntries(
      ["RUNNING", "COMPLETED", "FAILED", "CANCELED"].map((status) => [
        `status=${status}`,
        (chat: Chat) => chat.status === status,
      ]),
    ),
    ...Object.fromEntries(
      channels.map((kind) => [`integration_id=${kind}`, inbox((state) => state.integration_id === kind)]),
    ),
  };

  test.each(Object.keys(cases))("%s", async (query) => {
    const expected = emulator.state.invent.chats.filter(cases[query] ?? (() => false));
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(1500);
    expect(await list(query)).toEqual(expected);
  });

  test.each(["assistant_id", "assistant_integration_id", "conversation_id"] as const)("%s", async (name) => {
    const value = emulator.state.invent.chats.find(({ state }) => state)?.state?.[name];
    const expected = emulator.state.invent.chats.filter(({ state }) => state?.[name] === value);
    expect(expected.length).toBeGreaterThan(0);
    expect(await list(`${name}=${value}`)).toEqual(expected);
  });

  test.each(["status=ALL", "state=ALL", "ai_status=ALL", "filter=ALL", "next=anything"])("%s: all", async (query) => {
    expect(await list(query)).toEqual(emulator.state.invent.chats);
  });
});

test("pages are disjoint and together the whole list, the newest updated first", async () => {
  const all = await list("take=37");
  const times = all.map((chat) => chat.updated_at ?? "");
  expect(all).toEqual(emulator.state.invent.chats);
  expect(new Set(all.map(({ id }) => id)).size).toBe(1500);
  expect(times).toEqual([...times].sort().reverse());
});

test("headers tell the total, the page and its size, also past the end", async () => {
  const headers = async (query: string) => {
    const response = await send(emulator, `/invent/orgs/c/chats?${query}`);
    return ["count", "page", "take"].map((name) => response.headers.get(`pagination-${name}`));
  };
  expect(await headers("")).toEqual(["1500", "1", "100"]);
  expect(await headers("page=99&take=20")).toEqual(["1500", "99", "20"]);
  const failed = emulator.state.invent.chats.filter(({ status }) => status === "FAILED").length;
  expect(await headers("status=FAILED&page=2&take=5")).toEqual([String(failed), "2", "5"]);
});

test("the organisation answers to its id and to c, and no other does", async () => {
  const { orgId } = emulator.state.invent;
  expect(await get(emulator, `/invent/orgs/${orgId}/chats`)).toEqual(await get(emulator, "/invent/orgs/c/chats"));
  const response = await send(emulator, "/invent/orgs/C/chats");
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ message: "Organization not found", error: "Not Found", statusCode: 404 });
});
