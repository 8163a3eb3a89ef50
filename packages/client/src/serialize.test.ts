import { vendor } from "@agent-chats/schema/cargo";
import { vendor as cotool } from "@agent-chats/schema/cotool";
import { describe, expect, test } from "vitest";
import { InvalidRequestError } from "./errors.ts";
import { requireParameters, serializeBody, serializePath, serializeQuery } from "./serialize.ts";

const listChats = { vendor, operation: vendor.operations.listChats };
const listAgentChats = { vendor: cotool, operation: cotool.operations.listAgentChats };
const query = (values: Record<string, unknown>) => serializeQuery(listChats, values, "vendor");

describe("serializeQuery", () => {
  test("writes arrays in the vendor's bracket form, or as documented", () => {
    const values = { messageStatuses: ["error", "pending"] };
    expect(query(values)).toBe("messageStatuses%5B%5D=error&messageStatuses%5B%5D=pending");
    expect(query({ messageStatuses: ["error"] })).toBe("messageStatuses%5B%5D=error");
    expect(serializeQuery(listChats, values, "documented")).toBe("messageStatuses=error&messageStatuses=pending");
  });

  test("writes a Date in UTC and leaves an ISO string alone", () => {
    const createdAfter = new Date("2026-11-01T02:00:00+02:00");
    expect(query({ createdAfter, createdBefore: "2026-12-01" })).toBe(
      "createdAfter=2026-11-01T00%3A00%3A00.000Z&createdBefore=2026-12-01",
    );
  });

  test("writes an array as one list where the spec says so, and leaves it out where it is empty", () => {
    const { operation } = listChats;
    const parameters = operation.parameters.map((parameter) => ({ ...parameter, explode: false }));
    const target = { vendor, operation: { ...operation, parameters } };
    expect(serializeQuery(target, { messageStatuses: ["error", "pending"] }, "vendor")).toBe(
      "messageStatuses=error,pending",
    );
    expect(serializeQuery(target, { messageStatuses: ["a,b", "c"] }, "vendor")).toBe("messageStatuses=a%2Cb,c");
    expect(serializeQuery(target, { messageStatuses: [] }, "vendor")).toBe("");
  });

  test("encodes what would change the query's structure", () => {
    expect(query({ name: "a&b=c #1 + é%" })).toBe("name=a%26b%3Dc%20%231%20%2B%20%C3%A9%25");
  });

  test("leaves out undefined and empty arrays, and keeps empty text and zero", () => {
    expect(query({ name: undefined, messageStatuses: [] })).toBe("");
    expect(query({ name: "", limit: 0 })).toBe("name=&limit=0");
  });

  test.each([
    ["name", null, "a string, not null"],
    ["limit", Number.NaN, "a string, not NaN"],
    ["limit", Number.POSITIVE_INFINITY, "a string, not Infinity"],
    ["name", {}, "a string, not a value of type object"],
    ["name", new Date(0), "a string, not a Date"],
    ["name", ["a"], "a string, not an array"],
    ["name", "\ud800", "holds half of a surrogate pair"],
    ["createdAfter", 1, "an ISO 8601 string or a Date, not a value of type number"],
    ["createdAfter", new Date(Number.NaN), "is a Date that holds no valid time"],
    ["messageStatuses", "error", "messageStatuses must be an array"],
    ["messageStatuses", ["error", null], "a string, not null"],
    ["messageStatuses", [undefined], "a string, not undefined"],
    ["nmae", "a", "nmae is not a query parameter; there are agentUuid, releaseUuid"],
  ])("refuses %s = %j and says what would be right", (parameter, value, problem) => {
    const act = () => query({ [parameter]: value });
    expect(act).toThrow(InvalidRequestError);
    expect(act).toThrow(problem);
    expect(act).toThrow(expect.objectContaining({ parameter, vendor: "cargo", operation: "listChats" }));
  });

  test("never quotes a value, which may be anything", () => {
    expect(() => query({ nmae: "secret", name: "secret" })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("secret") }),
    );
  });
});

describe("requireParameters", () => {
  const parameter = { required: true, type: "string", array: false, explode: false, style: "simple" } as const;
  const parameters = [
    { ...parameter, name: "id", in: "path" },
    { ...parameter, name: "id", in: "query" },
    { ...parameter, name: "x-workspace", in: "header" },
  ] as const;
  const target = { vendor, operation: { ...vendor.operations.listChats, parameters } };

  test("wants each where it belongs, and headers of nobody: they are the client's", () => {
    expect(() => requireParameters(target, { path: { id: "a" }, query: { id: "b" } })).not.toThrow();
    for (const given of [{ path: { id: "a" } }, { query: { id: "b" } }, {}]) {
      expect(() => requireParameters(target, given)).toThrow("Cargo, list chats: id is required");
    }
  });
});

describe("serializeBody", () => {
  const createChat = { vendor, operation: vendor.operations.createChat };
  const circular: { self?: unknown } = {};
  circular.self = circular;
  const refusing = {
    toJSON() {
      throw new Error("secret");
    },
  };

  test("writes JSON", () => {
    expect(serializeBody(createChat, { name: "Łódź", at: new Date(0), not: undefined })).toBe(
      '{"name":"Łódź","at":"1970-01-01T00:00:00.000Z"}',
    );
  });

  test.each([
    ["a BigInt", { name: 5n }],
    ["itself", circular],
    ["an object that refuses", refusing],
  ])("refuses %s, and quotes nothing of it", (_, body) => {
    const act = () => serializeBody(createChat, body);
    expect(act).toThrow(InvalidRequestError);
    expect(act).toThrow(/^Cargo, create chat: body cannot be JSON/);
    expect(act).toThrow(expect.objectContaining({ parameter: "body" }));
    expect(act).not.toThrow("secret");
  });
});

describe("serializePath", () => {
  const path = (agentId: unknown) => serializePath(listAgentChats, listAgentChats.operation.path, { agentId });

  test("encodes what would change the path's structure", () => {
    expect(path("a/b?c#d é")).toBe("/api/agents/a%2Fb%3Fc%23d%20%C3%A9/chats");
  });

  test("refuses a parameter that the path does not have", () => {
    const { operation } = listAgentChats;
    expect(() => serializePath(listAgentChats, operation.path, { agentId: "a", agentID: "a" })).toThrow(
      "agentID is not a path parameter; there are agentId",
    );
    expect(() => serializePath(listChats, listChats.operation.path, { agentId: "a" })).toThrow("there are none");
  });

  test.each(["", ".", ".."])("refuses %j as a part of a path", (agentId) => {
    expect(() => path(agentId)).toThrow("agentId must not be");
  });

  test.each([null, undefined, {}, Number.NaN])("refuses %s as a part of a path", (agentId) => {
    expect(() => path(agentId)).toThrow("agentId must be a string");
  });
});
