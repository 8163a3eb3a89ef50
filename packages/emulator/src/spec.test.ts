import { type VendorId, vendorIds } from "@agent-chats/schema";
import { beforeAll, expect, test } from "vitest";
import { createTestEmulator, send } from "../test/testing.ts";
import type { Emulator } from "./emulator.ts";
import { createValidator, type Validator } from "./validation.ts";
import { vendors } from "./vendors.ts";

let emulator: Emulator;
const validators = Object.fromEntries(vendorIds.map((id) => [id, createValidator(vendors[id].jsonSchemas)])) as Record<
  VendorId,
  Validator
>;

beforeAll(() => {
  emulator = createTestEmulator({ chats: 3000 });
});

async function problem(vendor: VendorId, operation: string, path: string, status = 200): Promise<string | undefined> {
  const response = await send(emulator, `/${vendor}${path}`);
  if (response.status !== status) return `${path} answered ${response.status}`;
  return validators[vendor](`${operation}.${status}`, await response.json());
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

test("every page of every list is valid", async () => {
  const agents = emulator.state.cotool.agents.flatMap(({ agentId }) =>
    range(12).map((page) => `/api/agents/${agentId}/chats?limit=100&offset=${page * 100}`),
  );
  const problems = await Promise.all([
    ...range(31).map((page) => problem("cargo", "listChats", `/ai/chats/list?offset=${page * 100}`)),
    ...agents.map((path) => problem("cotool", "listAgentChats", path)),
    ...range(31).map((page) => problem("invent", "listOrgChats", `/orgs/c/chats?page=${page + 1}`)),
  ]);
  expect(problems.filter((found) => found !== undefined)).toEqual([]);
});

test("the messages of every chat are valid", async () => {
  const chats = emulator.state.cargo.chats.filter((_, index) => index % 5 === 0);
  const problems = await Promise.all(
    chats.map(({ uuid }) => problem("cargo", "listMessages", `/ai/messages/list?chatUuid=${uuid}`)),
  );
  expect(problems.filter((found) => found !== undefined)).toEqual([]);
});

test("errors are valid", async () => {
  expect(await problem("cargo", "listChats", "/ai/chats/list?limit=x", 400)).toBeUndefined();
  expect(await problem("cargo", "listMessages", "/ai/messages/list?chatUuid=x", 404)).toBeUndefined();
  expect(await problem("cotool", "listAgentChats", "/api/agents/x/chats", 400)).toBeUndefined();
  expect(await problem("invent", "listOrgChats", "/orgs/x/chats", 404)).toBeUndefined();
});

test("a validator finds fault with what is not valid", () => {
  expect(validators.cargo("listChats.200", { chats: [{}] })).toBe("chats.0.uuid is required");
});

test("every operation of every spec has a route", () => {
  for (const id of vendorIds) {
    expect(Object.keys(vendors[id].routes).sort()).toEqual(Object.keys(vendors[id].vendor.operations).sort());
  }
});
