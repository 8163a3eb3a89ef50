import { vendor } from "@agent-chats/schema/cargo";
import { jsonSchemas } from "@agent-chats/schema/cargo/json-schemas";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { find, schemasOf, vendorOf } from "../../test/drifting.ts";
import { createDrift, formatDriftReport } from "./index.ts";

/** Far more than any of these takes, far less than a hang. */
const limitMs = 4000;

const prototypes = () => [Object.prototype, Array.prototype].map((each) => Object.getOwnPropertyNames(each).join());
let before: string[];
let startedAt: number;

beforeEach(() => {
  before = prototypes();
  startedAt = performance.now();
});

afterEach(() => {
  expect(prototypes()).toEqual(before);
  expect(performance.now() - startedAt).toBeLessThan(limitMs);
});

/** JSON of arrays or objects within each other. */
const nested = (open: string, close: string, depth: number) =>
  JSON.parse(`${open.repeat(depth)}1${close.repeat(depth)}`);

describe("a drift watch is not harmed by", () => {
  test("values that are deep, where the schema is too", () => {
    const properties = { a: { $ref: "#/$defs/Tree" }, b: { type: "string" } };
    const components = { Tree: { type: "object", properties } };
    const drift = createDrift(vendorOf(), schemasOf({ $ref: "#/$defs/Tree" }, components));
    drift.add("read", 200, { a: nested('{"a":', "}", 100_000), b: 7 });
    const { operations } = drift.report();
    expect(operations).toMatchObject([{ answers: 1, incomplete: 1 }]);
    expect(operations[0]?.findings).toContainEqual(expect.objectContaining({ kind: "other-type", path: "$.b" }));
  });

  test("values that are deep where nothing is documented", () => {
    const deep = nested("[", "]", 100_000);
    expect(find({ type: "object", properties: {}, required: ["a"] }, [{ a: deep }])).toEqual([]);
    expect(find({ type: "object", properties: { b: {} } }, [{ a: deep }])).toEqual([
      "new-field $.a 1/1: array of 1 item",
    ]);
  });

  test("a list of a million items: it looks at some, and says that it did not look at all", () => {
    const item = { type: "object", properties: { a: { type: "string" } } };
    const drift = createDrift(vendorOf(), schemasOf({ type: "array", items: item }));
    drift.add("read", 200, new Array(1_000_000).fill({ a: 1, b: 2 }));
    const [operation] = drift.report().operations;
    expect(operation?.incomplete).toBe(1);
    expect(operation?.findings.map(({ of }) => of <= 50_000)).toEqual([true, true]);
    expect(formatDriftReport(drift.report())).toContain("1 answer not looked at further: too much, or too deep");
  });

  test("a list of a million items of which nothing is said: there is nothing to look at", () => {
    const drift = createDrift(vendorOf(), schemasOf({ anyOf: [{ type: "array", items: {} }, { type: "null" }] }));
    drift.add("read", 200, new Array(1_000_000).fill({ a: 1 }));
    expect(drift.report().operations).toMatchObject([{ incomplete: 0, findings: [] }]);
  });

  test("an object of many new fields: the report tells some", () => {
    const fields = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [`field_${index.toString(36)}`, 1]),
    );
    const findings = find({ type: "object", properties: { a: {} } }, [fields, fields]);
    expect(findings.length).toBeLessThanOrEqual(21);
    expect(findings).toContain("new-field $[*] 2/2: integer");
  });

  test("members that are named as what every object has", () => {
    const value = JSON.parse(
      '{ "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } }, "toString": 1 }',
    );
    const schema = { type: "object", properties: { hasOwnProperty: {} }, required: ["valueOf"] };
    expect(find(schema, [value])).toEqual([
      "missing-field $.valueOf 1/1: anything",
      "new-field $.constructor 1/1: object",
      "new-field $.toString 1/1: integer",
      "new-field $[*] 1/1: object",
    ]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test("members that an object inherits: they are not its own", () => {
    expect(find({ type: "object", properties: { a: {} } }, [Object.create({ inherited: 1 })])).toEqual([]);
  });

  test("a schema that documents such members", () => {
    const properties = JSON.parse('{ "__proto__": { "type": "string" }, "constructor": { "type": "string" } }');
    const value = JSON.parse('{ "__proto__": 1, "constructor": "ok" }');
    expect(find({ type: "object", properties }, [value])).toEqual(['other-type $["__proto__"] 1/1: integer / string']);
  });

  test("schemas and unions that lead to themselves, and references to nowhere", () => {
    const names = Array.from({ length: 12 }, (_, index) => `U${index}`);
    const all = names.map((name) => ({ $ref: `#/$defs/${name}` }));
    const components = {
      Self: { $ref: "#/$defs/Self" },
      Ping: { $ref: "#/$defs/Pong" },
      Pong: { allOf: [{ $ref: "#/$defs/Ping" }] },
      ...Object.fromEntries(names.map((name) => [name, { anyOf: all }])),
      Sum: { anyOf: [{ $ref: "#/$defs/Sum" }, { type: "string" }] },
    };
    const properties = {
      a: { $ref: "#/$defs/Self" },
      b: { $ref: "#/$defs/Ping" },
      c: { $ref: "#/$defs/U0" },
      d: { $ref: "#/$defs/Nowhere" },
      e: { $ref: "https://elsewhere.example/schema" },
      f: { $ref: "#/$defs/__proto__" },
      g: { $ref: "#/$defs/%" },
      h: { $ref: "#/$defs/Sum" },
    };
    const value = { a: 1, b: { x: 1 }, c: [1], d: 1, e: 1, f: 1, g: 1, h: 1 };
    expect(find({ type: "object", properties }, [value], { components })).toEqual([
      "other-type $.h 1/1: integer / string",
    ]);
  });

  test("a schema whose alternatives multiply without end", () => {
    const twice = (schema: object) => ({ allOf: [{ anyOf: [schema, schema] }, { anyOf: [schema, schema] }] });
    let schema: object = { type: "string" };
    for (let depth = 0; depth < 40; depth++) schema = twice(schema);
    expect(find({ type: "object", properties: { a: schema } }, [{ a: 1 }])).toEqual([]);
  });

  test("values that are no JSON: they throw, have no end, or lead to themselves", () => {
    const schema = {
      type: "object",
      properties: { a: { type: "string" }, next: { type: "object", properties: { a: {} } } },
    };
    const loop: { next?: unknown } = {};
    loop.next = loop;
    const thrower = Object.defineProperty({}, "a", {
      enumerable: true,
      get() {
        throw new Error("no");
      },
    });
    const values = [
      loop,
      thrower,
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error("no");
          },
        },
      ),
      Symbol("x"),
      () => 1,
      1n,
    ];
    expect(() => find(schema, values)).not.toThrow();
  });

  test("names and values that would write to a terminal, or fill it", () => {
    const value = { "\u001b[2J": 1, "\u202Ename": 1, ["x".repeat(1e6)]: 1, a: "\u001b[2J", b: "x".repeat(1e6) };
    const drift = createDrift(
      vendorOf(),
      schemasOf({ type: "object", properties: { a: { enum: ["x"] }, b: { enum: ["x"] } } }),
    );
    drift.add("read", 200, value);
    const text = formatDriftReport(drift.report());
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it must not have
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThan(200);
  });

  test("any JSON in the place of an answer: it neither throws nor changes it, and its report is plain data", () => {
    const kinds = {
      withBigInt: false,
      maxDepth: 6,
      key: fc.oneof(fc.string(), fc.constantFrom("messages", "parts", "type", "__proto__", "uuid")),
    };
    fc.assert(
      fc.property(
        fc.anything(kinds),
        fc.constantFrom("listChats", "listMessages", "createChat"),
        (value, operation) => {
          const json = JSON.stringify(value);
          if (json === undefined) return;
          const parsed = JSON.parse(json);
          const drift = createDrift(vendor, jsonSchemas);
          drift.add(operation, 200, parsed);
          drift.add(operation, 200, {
            messages: [parsed, { parts: [parsed] }],
            chats: [parsed, { trigger: parsed }],
            chat: parsed,
          });
          expect(JSON.stringify(parsed)).toBe(json);
          const report = drift.report();
          expect(JSON.parse(JSON.stringify(report))).toEqual(report);
          for (const { findings } of report.operations)
            for (const { count, of } of findings) expect(count).toBeLessThanOrEqual(of);
          formatDriftReport(report);
        },
      ),
      { numRuns: 300 },
    );
  });
});
