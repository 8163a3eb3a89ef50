import { jsonSchemas as cargo } from "@agent-chats/schema/cargo/json-schemas";
import { jsonSchemas as cotool } from "@agent-chats/schema/cotool/json-schemas";
import { jsonSchemas as invent } from "@agent-chats/schema/invent/json-schemas";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adapters, toUnifiedChat } from "./index.ts";

const schemas = { cargo, cotool, invent };
const vendors = ["cargo", "cotool", "invent"] as const;
type Json = Record<string, unknown>;

/** The subschemas that a JSON Pointer into a chat may meet; none where the spec does not know the place. */
function schemasAt(definitions: Json, schema: unknown, keys: readonly string[]): unknown[] {
  const { $ref, anyOf, oneOf, allOf, properties } = (schema ?? {}) as { [key: string]: unknown } & {
    properties?: Json;
  };
  const others = [anyOf, oneOf, allOf].flatMap((list) => (list as unknown[] | undefined) ?? []);
  if (typeof $ref === "string") others.push(definitions[$ref.replace(/^#\/\$defs\//, "")]);
  const found = others.flatMap((other) => schemasAt(definitions, other, keys));
  const [key, ...rest] = keys;
  if (key === undefined) return schema ? [schema, ...found] : found;
  const property = properties?.[key];
  return property ? [...found, ...schemasAt(definitions, property, rest)] : found;
}

const inventChat = {
  id: "i",
  title: null,
  status: "FAILED",
  created_at: "2026-11-18",
  updated_at: "2026-11-18T10:00:00.5",
  shared_url: "https://share.example/i",
  link: "javascript:alert(1)",
  state: { state: "OPEN", integration_id: "gmail", assistant_id: "a", admin_unseen_count: 0 },
};

describe("the mapping", () => {
  test.each(vendors)("of %s leads to places that its spec has", (vendor) => {
    const { mapping, states } = adapters[vendor];
    const definitions = schemas[vendor].$defs as unknown as Json;
    const pointers = [
      ...Object.values(mapping).flatMap(({ at }): readonly string[] => at),
      ...states.flatMap((axis) => [...axis.rules.map(({ at }) => at), ...("native" in axis ? [axis.native] : [])]),
    ];
    const lost = pointers.filter((at) => schemasAt(definitions, definitions.Chat, at.slice(1).split("/")).length === 0);
    expect(lost).toEqual([]);
    expect(schemasAt(definitions, definitions.Chat, ["lost"])).toEqual([]);
  });

  test.each(vendors)("of %s has a state for every word that its spec lists", (vendor) => {
    const definitions = schemas[vendor].$defs as unknown as Json;
    for (const axis of adapters[vendor].states) {
      if (!("native" in axis)) continue;
      const found = schemasAt(definitions, definitions.Chat, axis.native.slice(1).split("/"));
      const words = found.flatMap((schema) => ((schema as Json)["x-extensible-enum"] as string[] | undefined) ?? []);
      expect(axis.rules.map(({ is }) => is).toSorted()).toEqual([...new Set(words)].toSorted());
    }
  });
});

describe("the envelope", () => {
  test("has what Cargo tells", () => {
    const raw = {
      uuid: "u",
      name: "Call prep",
      agentUuid: "a",
      trigger: { type: "draft" as const },
      creditsUsedCount: 1.5,
      createdAt: "2026-11-18T08:02:11.000+01:00",
      updatedAt: "2026-11-18T09:02:11Z",
      lastMessage: { uuid: "m", status: "cancelling", createdAt: "", updatedAt: "" },
    };
    const chat = toUnifiedChat("cargo", raw);
    expect(chat).toEqual({
      vendor: "cargo",
      id: "u",
      title: "Call prep",
      agent: "a",
      trigger: "draft",
      cost: { amount: 1.5, unit: "credits" },
      state: ["running"],
      nativeState: ["cancelling"],
      createdAt: "2026-11-18T07:02:11.000Z",
      updatedAt: "2026-11-18T09:02:11.000Z",
      raw,
    });
    expect(chat.raw).toBe(raw);
  });

  test("reads Cotool's state from its flags, and invents no word of the vendor's", () => {
    const stateOf = (more: object) =>
      toUnifiedChat("cotool", { id: "c", createdAt: "2026-11-18T08:02:11.000Z", ...more });
    expect(stateOf({ isStreaming: true, error: "once" }).state).toEqual(["running"]);
    expect(stateOf({ isStreaming: false, error: "no" }).state).toEqual(["failed"]);
    expect(stateOf({ isStreaming: false, error: "" }).state).toEqual(["done"]);
    expect(stateOf({ evalScore: 0.5, triggerSource: "jira", error: null })).toMatchObject({
      score: 0.5,
      trigger: "jira",
    });
    expect(Object.keys(stateOf({ title: null }))).toEqual(["vendor", "id", "createdAt", "raw"]);
  });

  test("has both of Invent's states, a day as midnight UTC, a time without an offset as UTC, and no link that lies", () => {
    const chat = toUnifiedChat("invent", inventChat as never);
    expect(chat).toEqual({
      vendor: "invent",
      id: "i",
      agent: "a",
      state: ["open", "failed"],
      nativeState: ["OPEN", "FAILED"],
      createdAt: "2026-11-18T00:00:00.000Z",
      updatedAt: "2026-11-18T10:00:00.500Z",
      unread: 0,
      channel: "gmail",
      link: "https://share.example/i",
      raw: inventChat,
    });
  });

  test("leaves out what it cannot read, and keeps a word that it does not know as the vendor's", () => {
    const state = { state: "ARCHIVED", integration_id: "fax", admin_unseen_count: "3" };
    const odd = { ...inventChat, created_at: null, updated_at: "yesterday", status: 7, shared_url: "data:,x", state };
    expect(toUnifiedChat("invent", odd as never)).toEqual({
      ...{ vendor: "invent", id: "i", createdAt: null, nativeState: ["ARCHIVED"], channel: "fax", raw: odd },
    });
  });

  test("is made of anything that a vendor may send", () => {
    fc.assert(
      fc.property(fc.constantFrom(...vendors), fc.anything(), (vendor, raw) => {
        const chat = toUnifiedChat(vendor, raw as never);
        expect(chat.vendor).toBe(vendor);
        expect(chat.raw).toBe(raw);
      }),
    );
    expect(toUnifiedChat("cargo", { uuid: 17 } as never)).toMatchObject({ id: "17", createdAt: null });
    expect(toUnifiedChat("cargo", {} as never).id).toBe("");
  });
});
