import { vendor as cargo } from "@agent-chats/schema/cargo";
import { vendor as cotool } from "@agent-chats/schema/cotool";
import { expect, test } from "vitest";
import { findOperation, findVendor } from "./router.ts";

const vendors = [{ vendor: cargo }, { vendor: cotool }];
const find = (url: string) => {
  const match = findVendor(new URL(url), vendors);
  return match && [match.target.vendor.id, match.path];
};

test.each([
  ["http://127.0.0.1:4010/cargo/ai/chats", ["cargo", "/ai/chats"]],
  ["http://anything.example/cotool", ["cotool", ""]],
  ["https://api.getcargo.io/v1/ai/chats/list", ["cargo", "/ai/chats/list"]],
  ["https://app.cotool.ai/api/agents/x/chats", ["cotool", "/api/agents/x/chats"]],
  ["https://app.cotool.ai/cargo/ai/chats", ["cotool", "/cargo/ai/chats"]],
])("%s reaches %j", (url, expected) => {
  expect(find(url)).toEqual(expected);
});

test.each([
  "http://x.example/",
  "http://x.example/cargos/ai/chats",
  "https://api.getcargo.io/v2/ai/chats",
  "http://x.example/v1/cargo",
])("%s reaches no vendor", (url) => {
  expect(find(url)).toBeUndefined();
});

test("an operation is found by method and path, with its raw segments", () => {
  const match = findOperation(cotool, "GET", "/api/agents/a%20b/chats");
  expect([match.operation.id, match.segments]).toEqual(["listAgentChats", { agentId: "a%20b" }]);
});

test.each(["/ai/chats/", "//ai/chats", "/ai", "", "/AI/chats"])("the path %j is unknown: 404", (path) => {
  expect(() => findOperation(cargo, "GET", path)).toThrow(expect.objectContaining({ status: 404 }));
});

test("an empty segment is no parameter", () => {
  expect(() => findOperation(cotool, "GET", "/api/agents//chats")).toThrow(expect.objectContaining({ status: 404 }));
});

test("a known path with another method is 405 and says which are allowed", () => {
  expect(() => findOperation(cargo, "DELETE", "/ai/chats")).toThrow(
    expect.objectContaining({ status: 405, headers: { allow: "POST" } }),
  );
});
