import { describe, expect, test } from "vitest";
import type { Refusal } from "../src/case.ts";
import { cases } from "../src/cases.ts";
import { isForbidden } from "../src/rules.ts";
import { specs } from "../src/specs.ts";

// A refusal that breaks no rule would let a lenient Prism, or a wrong spec, pass for a strict one.
describe("a request is called forbidden", () => {
  test.for([
    ["uuid", "listChats", "/ai/chats/list?agentUuid=90b7d9af-71e1-4f0b-a3bc-9d3f3a0d8c55", "agentUuid", "format"],
    ["value of an enum", "listChats", "/ai/chats/list?triggerType=app", "triggerType", "enum"],
    ["item of an array", "listChats", "/ai/chats/list?messageStatuses=error", "messageStatuses", "enum"],
    ["date", "listChats", "/ai/chats/list?createdAfter=2026-11-01", "createdAfter", "anyOf"],
    ["date-time", "listChats", "/ai/chats/list?createdAfter=2026-11-01T00%3A00%3A00.000Z", "createdAfter", "anyOf"],
    ["number", "listChats", "/ai/chats/list?limit=50", "limit", "pattern"],
    ["parameter that is there", "listMessages", "/ai/messages/list?chatUuid=a", "chatUuid", "required"],
    ["parameter that need not be there", "listMessages", "/ai/messages/list?chatUuid=a", "limit", "required"],
    ["parameter that there is not", "listChats", "/ai/chats/list?limit=x", "limits", "pattern"],
    ["smallest limit", "listAgentChats", "/api/agents/a/chats?limit=1", "limit", "minimum"],
    ["largest limit", "listAgentChats", "/api/agents/a/chats?limit=100", "limit", "maximum"],
    ["longest text", "listOrgChats", `/orgs/c/chats?search=${"a".repeat(256)}`, "search", "maxLength"],
  ] as const)("not for a valid %s", ([, operation, target, name, keyword]) => {
    expect(judge({ what: "", operation, target, breaks: { name, keyword } })).toBe(false);
  });

  test.for([
    ["trigger", "required"],
    ["name", "required"],
    ["name", "type"],
    ["name", "additionalProperties"],
  ] as const)("not for a body whose %s keeps %s", ([name, keyword]) => {
    const body = { trigger: { type: "draft" }, name: "Call prep" };
    const refusal = { what: "", operation: "createChat", target: "/ai/chats", body, breaks: { name, keyword } };
    expect(judge(refusal)).toBe(false);
  });

  test("for every refusal of the registry", () => {
    const refusals = Object.values(cases).flatMap((vendor) => vendor.refusals);
    expect(refusals.filter((refusal) => !judge(refusal))).toEqual([]);
  });
});

function judge(refusal: Refusal): boolean {
  const operation = specs.flatMap(({ operations }) => operations).find(({ id }) => id === refusal.operation);
  if (!operation) throw new Error(`No spec has ${refusal.operation}.`);
  return isForbidden(operation, refusal);
}
