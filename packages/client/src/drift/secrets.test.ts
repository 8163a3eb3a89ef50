import { vendor } from "@agent-chats/schema/cargo";
import { jsonSchemas } from "@agent-chats/schema/cargo/json-schemas";
import { describe, expect, test } from "vitest";
import { find } from "../../test/drifting.ts";
import type { ClientEvent } from "../observe.ts";
import { createDrift, formatDriftReport } from "./index.ts";

const secret = "hunter2";
const token = "eyJhbGciOiJIUzI1NiJ9.c2VjcmV0.Zm9v";

/** Everything that a watch says of an answer: in its report, as text, and to its observer. */
function sayAll(operation: "listMessages" | "listChats", value: unknown): string {
  const events: ClientEvent[] = [];
  const drift = createDrift(vendor, jsonSchemas, { observe: (event) => events.push(event), neverSeenAfter: 1 });
  const attributes = {
    "agent_chats.vendor": "cargo",
    "agent_chats.operation": operation,
    "agent_chats.call": 1,
    "agent_chats.attempts": 1,
    "http.response.status_code": 200,
    "http.request.method": "GET",
    "url.template": "/",
    "server.address": "api.getcargo.io",
    "server.port": 443,
  };
  drift.observe({ type: "answer", attributes, read: () => value });
  expect(events.filter(({ type }) => type === "drift").length).toBeGreaterThan(0);
  return [JSON.stringify(drift.report()), formatDriftReport(drift.report()), JSON.stringify(events)].join("\n");
}

/** Values of every type that have a secret in them. */
const forms = [secret, token, { [secret]: secret, [token]: token }, [secret, { a: secret }], [[token]]];

describe("a drift watch keeps secret", () => {
  test.each(forms)("what the spec calls sensitive, whatever its type: %j", (value) => {
    const clients = [
      { url: value, authentication: value },
      { url: value, authentication: { accessToken: value, fresh: value } },
    ];
    const said = sayAll("listMessages", { messages: [{ mcpClients: clients }] });
    expect(said).not.toContain(secret);
    expect(said).not.toContain(token);
    expect(said).toContain("$.messages[*].uuid");
  });

  test.each(forms)("the value of a new field: %j", (value) => {
    const said = sayAll("listMessages", {
      fresh: value,
      messages: [{ fresh: value, mcpClients: [{ apiKey: value }] }],
    });
    expect(said).not.toContain(secret);
    expect(said).not.toContain(token);
    expect(said).toContain("$.messages[*].mcpClients[*].apiKey");
  });

  test.each(forms)("what came instead of a documented type: %j", (value) => {
    const other =
      typeof value === "string" ? { mcpClients: value, creditsUsedCount: value } : { uuid: value, status: value };
    const said = sayAll("listMessages", { messages: [{ ...other, createdAt: value, parts: value, usage: [value] }] });
    expect(said).not.toContain(secret);
    expect(said).not.toContain(token);
  });

  test("the members of a map, and new fields whose names are no words", () => {
    const names = [
      "ann@example.com",
      token,
      "sk-proj-Zx81Qm2LpA0Vt7Yd",
      "41870233",
      "550e8400-e29b-41d4-a716-446655440000",
      "Dear Ann",
    ];
    const value = Object.fromEntries(names.map((name) => [name, 1]));
    const said = sayAll("listChats", { chats: [value], ...value });
    for (const name of names) expect(said).not.toContain(name);
    expect(said).toContain("$.chats[*][*]");
  });

  test("texts in the place of an enum's value or of a tag", () => {
    const texts = [
      "Dear Ann, your password is rosebud",
      token,
      "550e8400-e29b-41d4-a716-446655440000",
      "4111111111111111",
    ];
    for (const text of texts) {
      const said = sayAll("listChats", {
        chats: [{ trigger: { type: text }, lastMessage: { status: text, createdAt: text } }],
      });
      expect(said).not.toContain(text);
    }
  });

  test("what is marked in the schema alone, in a union, and inside of itself", () => {
    const marked = { type: "string", "x-sensitive": true };
    const Tree = {
      type: "object",
      properties: { key: marked, children: { type: "array", items: { $ref: "#/$defs/Tree" } } },
    };
    const schema = { anyOf: [{ $ref: "#/$defs/Tree" }, { type: "null" }] };
    const value = { key: 7, children: [{ key: { a: 1 }, children: [{ key: [1], fresh: 1 }] }] };
    expect(find(schema, [value], { components: { Tree } })).toEqual(["new-field $.children[*].fresh 1/2: integer"]);
    const half = { type: "object", properties: { a: { anyOf: [{ type: "number" }, marked] } } };
    expect(find(half, [{ a: { x: 1 } }])).toEqual([]);
  });

  test("what is marked beside a reference", () => {
    const properties = { a: { $ref: "#/$defs/Text", "x-sensitive": true } };
    const components = { Text: { type: "string" } };
    expect(find({ type: "object", properties }, [{ a: { b: secret } }], { components })).toEqual([]);
  });

  test("a tag, whether a mark or a pointer says so, and which variant it named", () => {
    const variant = (key: object, more: object) => ({ type: "object", properties: { key, ...more } });
    const union = (mark: object) => ({
      oneOf: [
        variant({ const: "x", ...mark }, { left: { type: "string" } }),
        variant({ const: "y" }, { right: { type: "string" } }),
      ],
    });
    const values = [{ key: secret }, { key: "x", left: "1", fresh: 1 }, { key: "y", right: "1", fresh: 1 }];
    const found = ["new-field $.fresh 1/2: integer", "new-field $.fresh 1/1: integer"];
    expect(find(union({ "x-sensitive": true }), values)).toEqual(found);
    expect(find(union({}), values, { sensitive: ["/key"] })).toEqual(found);
    expect(find(union({}), values, { sensitive: ["/*"] })).toEqual(found);
    expect(find(union({}), [{ key: secret }])).toEqual([
      `new-enum-value $.key (key=x) 1/1: "${secret}" / one of x`,
      `unknown-tag $.key 1/1: "${secret}" / one of x, y`,
    ]);
  });

  test("a field that is marked in one variant, where another is taken", () => {
    const known = { type: "string", enum: ["a"] };
    const variant = (type: string, key: object) => ({ type: "object", properties: { type: { const: type }, key } });
    const schema = { oneOf: [variant("left", known), variant("right", { ...known, "x-sensitive": true })] };
    const said = find(schema, [
      { type: "new", key: secret },
      { type: "left", key: secret },
    ]).join("\n");
    expect(said).toContain("unknown-tag $.type");
    expect(said).not.toContain(secret);
  });

  const marked = { type: "string", "x-sensitive": true };
  const known = { type: "string", enum: ["a"] };
  test.each<[string, object[], object]>([
    ["the items of a list", [{ items: marked }, { items: known }], { list: [secret] }],
    ["the members of a map", [{ additionalProperties: marked }, { additionalProperties: known }], { list: { secret } }],
    ["a property", [{ properties: { key: marked } }, { properties: { key: known } }], { list: { key: secret } }],
    [
      "the members of a map, where one of them has a name",
      [{ additionalProperties: marked }, { properties: { key: known } }],
      { list: { key: secret } },
    ],
  ])("what is marked in one part of an intersection: %s", (_, parts, value) => {
    for (const allOf of [parts, parts.toReversed()]) {
      expect(find({ type: "object", properties: { list: { allOf } } }, [value])).toEqual([]);
    }
    const unmarked = JSON.parse(JSON.stringify(parts).replaceAll('"x-sensitive":true', '"title":"open"'));
    expect(find({ type: "object", properties: { list: { allOf: unmarked } } }, [value])).toHaveLength(1);
  });

  test("the first items of a list, which have schemas of their own", () => {
    expect(find({ type: "array", prefixItems: [marked], items: known }, [[secret, "a"]])).toEqual([]);
  });

  test("what pointers lead to through lists, maps and names with a slash", () => {
    const schema = {
      type: "object",
      properties: {
        "a/b": {
          type: "array",
          items: { type: "object", properties: { key: { type: "string" }, open: { type: "string" } } },
        },
        map: { type: "object", additionalProperties: { type: "string" } },
      },
    };
    const value = { "a/b": [{ key: 1, open: 1 }], map: { x: 1 } };
    expect(find(schema, [value], { sensitive: ["/a~1b/*/key", "/map/*"] })).toEqual([
      'other-type $["a/b"][*].open 1/1: integer / string',
    ]);
  });

  test("what a pointer leads to by a star, also where it has a name, and inside of a schema that contains itself", () => {
    const map = { type: "object", properties: { known: { type: "string" } }, additionalProperties: { type: "string" } };
    const value = { map: { known: 1, other: 1 } };
    expect(find({ type: "object", properties: { map } }, [value], { sensitive: ["/map/*"] })).toEqual([]);
    const Tree = { type: "object", properties: { key: { type: "string" }, child: { $ref: "#/$defs/Tree" } } };
    const deep = { child: { child: { key: 1, child: { key: 1 } } } };
    const more = { components: { Tree }, sensitive: ["/child/child/key"] };
    expect(find({ $ref: "#/$defs/Tree" }, [deep], more)).toEqual([]);
  });
});
