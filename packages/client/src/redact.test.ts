import { vendor } from "@agent-chats/schema/cargo";
import { describe, expect, test } from "vitest";
import { redact } from "./redact.ts";

const { listChats, listMessages } = vendor.operations;

const authentication = { accessToken: "secret", refreshToken: null, scope: "read", addedByTheVendor: "secret" };
const answer = {
  messages: [
    { uuid: "1", mcpClients: [{ name: "CRM", url: "https://crm.example/mcp?key=secret", authentication }] },
    { uuid: "2", mcpClients: [{ name: "Wiki", authentication: null }] },
    { uuid: "3", mcpClients: [] },
    { uuid: "4" },
  ],
};

describe("redact", () => {
  test("replaces every value that the spec calls sensitive, and nothing else", () => {
    expect(redact(answer, listMessages)).toEqual({
      messages: [
        { uuid: "1", mcpClients: [{ name: "CRM", url: "[redacted]", authentication: "[redacted]" }] },
        { uuid: "2", mcpClients: [{ name: "Wiki", authentication: null }] },
        { uuid: "3", mcpClients: [] },
        { uuid: "4" },
      ],
    });
  });

  test("leaves the original as it was", () => {
    const before = structuredClone(answer);
    redact(answer, listMessages);
    expect(answer).toEqual(before);
  });

  test("shares what has no secrets with the original", () => {
    expect(redact(answer, listMessages).messages[3]).toBe(answer.messages[3]);
  });

  test("gives back what has no secrets", () => {
    expect(redact(answer, listChats)).toBe(answer);
  });

  test.each([null, "text", 1, [], {}, { messages: null }, { messages: "none" }, { messages: [null, 1] }])(
    "copes with an answer of another shape: %j",
    (other) => {
      expect(redact(other, listMessages)).toEqual(other);
    },
  );
});
