import type { components } from "@agent-chats/schema/cotool";
import { beforeAll, expect, test } from "vitest";
import { createTestEmulator, get, send, walk } from "../../test/testing.ts";
import type { Emulator } from "../emulator.ts";

type ChatPage = components["schemas"]["ChatPage"];

let emulator: Emulator;
beforeAll(() => {
  emulator = createTestEmulator({ chats: 1500 });
});

const list = (agentId: string | undefined, query = "") =>
  get<ChatPage>(emulator, `/cotool/api/agents/${agentId}/chats?${query}`);

test("each agent lists its own chats and counts them, page after page, the newest created first", async () => {
  const { agents, chatsOf } = emulator.state.cotool;
  let sum = 0;
  for (const { agentId } of agents) {
    const all = await walk(async (index) => (await list(agentId, `limit=100&offset=${index * 100}`)).chats);
    const times = all.map(({ createdAt }) => createdAt);
    expect(all).toEqual(chatsOf(agentId));
    expect(all.every((chat) => chat.agentId === agentId)).toBe(true);
    expect(times).toEqual([...times].sort().reverse());
    expect((await list(agentId, "limit=1")).totalCount).toBe(all.length);
    sum += all.length;
  }
  expect(agents.length).toBeGreaterThanOrEqual(6);
  expect(sum).toBe(1500);
});

test("without parameters a page has the first ten", async () => {
  const { agentId } = emulator.state.cotool.agents[0] ?? { agentId: "" };
  expect((await list(agentId)).chats).toEqual(emulator.state.cotool.chatsOf(agentId)?.slice(0, 10));
});

test("past the end a page is empty and the count stays", async () => {
  const { agentId } = emulator.state.cotool.agents[0] ?? { agentId: "" };
  const { totalCount } = await list(agentId);
  expect(await list(agentId, `offset=${totalCount}`)).toEqual({ chats: [], totalCount });
});

test("the letters of an agent's id may be upper case", async () => {
  const { agentId } = emulator.state.cotool.agents[0] ?? { agentId: "" };
  expect(await list(agentId.toUpperCase())).toEqual(await list(agentId));
});

test("an unknown agent is 404 in Cotool's shape", async () => {
  const response = await send(emulator, "/cotool/api/agents/3f0c6a52-6a0e-4a53-9a43-0d7b1c6f2e11/chats");
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ error: "Not Found", message: "Agent not found" });
});
