import { describe, expect, test } from "vitest";
import { find } from "../../test/drifting.ts";

const text = { type: "string" };
const object = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });

describe("a drift watch finds", () => {
  test("nothing in what the schema allows", () => {
    const schema = object(
      {
        a: { type: ["string", "null"] },
        b: { type: "number" },
        c: { type: "array", items: { type: "integer" } },
        d: { enum: ["x", 1, null] },
        e: { type: "boolean" },
      },
      { required: ["a"] },
    );
    expect(
      find(schema, [
        { a: null, b: 1, c: [1, 2], d: "x", e: true },
        { a: "", b: 1.5, c: [], d: 1 },
      ]),
    ).toEqual([]);
  });

  test("a new field, with its type alone", () => {
    expect(find(object({ a: text }), [{ a: "1" }, { a: "1", fresh: "abc" }, { a: "1", fresh: 1 }])).toEqual([
      "new-field $.fresh 2/3: string of 3 characters",
    ]);
  });

  test("a required field that is missing", () => {
    expect(find(object({ a: text }, { required: ["a"] }), [{ a: "1" }, {}])).toEqual(["missing-field $.a 1/2: string"]);
  });

  test("a required field that is undefined, which JSON cannot say", () => {
    expect(find(object({ a: text }, { required: ["a"] }), [{ a: undefined }])).toEqual([
      "missing-field $.a 1/1: string",
    ]);
  });

  test("a required field that is missing although nobody describes it", () => {
    expect(find({ type: "object", required: ["a"] }, [{ a: 1 }, {}])).toEqual(["missing-field $.a 1/2: anything"]);
  });

  test.each([
    ["string", 12, "integer"],
    ["string", { a: 1 }, "object"],
    ["number", "12", "string of 2 characters"],
    ["integer", 1.5, "number"],
    ["boolean", "", "empty string"],
    ["object", [1], "array of 1 item"],
    ["array", true, "boolean"],
  ])("another type: %s that came as %j", (type, value, came) => {
    expect(find(object({ a: { type } }), [{ a: value }])).toEqual([`other-type $.a 1/1: ${came} / ${type}`]);
  });

  test("another type at the top", () => {
    expect(find({ type: "array", items: text }, [{ data: ["1"] }])).toEqual(["other-type $ 1/1: object / array"]);
  });

  test("null where none was allowed, and not where it was", () => {
    const schema = object({ a: text, b: { type: ["string", "null"] } });
    expect(find(schema, [{ a: null, b: null }])).toEqual(["unexpected-null $.a 1/1: null / string"]);
  });

  test("new values of a closed enum and of an extensible one, each with its count", () => {
    const schema = object({
      closed: { type: "string", enum: ["a", "b"] },
      open: { type: ["string", "null"], "x-extensible-enum": ["a"] },
    });
    const values = [
      { closed: "c", open: "a" },
      { closed: "c", open: null },
      { closed: "d", open: "b" },
    ];
    expect(find(schema, values)).toEqual([
      'new-enum-value $.closed 2/3: "c" / one of a, b',
      'new-enum-value $.closed 1/3: "d" / one of a, b',
      'new-extensible-value $.open 1/3: "b" / one of a',
    ]);
  });

  test("at most twenty values of an enum, and others together", () => {
    const values = Array.from({ length: 60 }, (_, index) => ({ a: `new${index}` }));
    const findings = find(object({ a: { enum: ["old"] } }), values);
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)).toBe("new-enum-value $.a 40/60: others / one of old");
  });

  test.each([
    ["date-time", "2026-11-18", "date"],
    ["date", "2026-11-18T08:41:07.590Z", "date-time"],
    ["date-time", "2026-11-18T08:41:07", "date-time without an offset"],
    ["date-time", "18 Nov 2026", "date or time of another form"],
    ["date-time", "1763455267590", "Unix time in a string"],
    ["date-time", "soon", "string of 4 characters"],
  ])("another form of a %s: %s", (format, value, form) => {
    expect(find(object({ a: { type: "string", format } }), [{ a: value }])).toEqual([
      `other-format $.a 1/1: ${form} / ${format}`,
    ]);
  });

  test("a change of form where the spec takes a date or a date-time, once twenty were of one form", () => {
    const forms = [{ type: "string", format: "date" }, { type: "string", format: "date-time" }, { type: "null" }];
    const day = { a: "2026-11-18" };
    const instant = { a: "2026-11-18T08:41:07.590Z" };
    const changed = (length: number) => [{ a: null }, ...Array.from({ length }, () => day), instant, day, instant];
    expect(find(object({ a: { anyOf: forms } }), changed(19))).toEqual([]);
    expect(find(object({ a: { anyOf: forms } }), changed(20))).toEqual([
      "other-format $.a 2/24: date-time / date, as before",
    ]);
  });

  test("a number where a time is documented, and that it may be a Unix time", () => {
    expect(find(object({ a: { type: "string", format: "date-time" } }), [{ a: 1763455267590 }])).toEqual([
      "other-type $.a 1/1: Unix time / date-time",
    ]);
  });

  test("a documented field that never came, once there were enough objects", () => {
    const schema = object({ a: text, b: text });
    const values = (length: number) => Array.from({ length }, () => ({ a: "1" }));
    expect(find(schema, values(19))).toEqual([]);
    expect(find(schema, values(20))).toEqual(["never-seen $.b 0/20: string"]);
    expect(find(schema, values(2), { neverSeenAfter: 2 })).toEqual(["never-seen $.b 0/2: string"]);
    expect(find(schema, [...values(39), { b: "1" }])).toEqual([]);
  });

  test("a documented field that came in every object, and then in none any more", () => {
    const schema = object({ a: text });
    const values = (length: number, value: object) => Array.from({ length }, () => value);
    const before = values(20, { a: "1" });
    expect(find(schema, [...before, ...values(20, {})])).toEqual([
      "no-longer-seen $.a 20/40: in none of the last 20 / string",
    ]);
    expect(find(schema, [...before, ...values(19, {})])).toEqual([]);
    expect(find(schema, [...before.slice(1), ...values(20, {})])).toEqual([]);
    expect(find(schema, [{}, ...before, ...values(20, {})])).toEqual([]);
    expect(find(schema, [...before, ...values(20, {}), { a: "1" }])).toEqual([]);
  });

  test("once what is required and never came: it is missing", () => {
    const values = Array.from({ length: 50 }, () => ({}));
    expect(find(object({ a: text }, { required: ["a"] }), values)).toEqual(["missing-field $.a 50/50: string"]);
  });

  test("what is in items, and in the members of a map, whose names it does not tell", () => {
    const schema = object({
      list: { type: "array", items: object({ a: text }) },
      map: { type: "object", additionalProperties: { type: "number" } },
    });
    const value = { list: [{ a: "1" }, { a: 1 }, { a: 2 }], map: { "ann@example.com": "1", "bob@example.com": 2 } };
    expect(find(schema, [value])).toEqual([
      "other-type $.list[*].a 2/3: integer / string",
      "other-type $.map[*] 1/2: string of 1 character / number",
    ]);
  });

  test("nothing in what is free", () => {
    const schema = object({ a: { type: "object", additionalProperties: true }, b: { type: "object" }, c: {} });
    expect(find(schema, [{ a: { x: 1 }, b: { x: 1 }, c: [{ x: 1 }] }])).toEqual([]);
  });

  test("a value of another type than an enum's", () => {
    expect(find({ enum: ["a"] }, [7])).toEqual(["other-type $ 1/1: integer / string"]);
  });

  test("a new field where none is allowed", () => {
    const none = { additionalProperties: false };
    expect(find(object({ a: text }, none), [{ b: 1 }])).toEqual(["new-field $.b 1/1: integer"]);
    expect(find({ type: "object", ...none }, [{ b: 1 }])).toEqual(["new-field $.b 1/1: integer"]);
  });

  test("nothing in members that are documented by the form of their name", () => {
    expect(find(object({ a: text }, { patternProperties: { "^x-": {} } }), [{ "x-b": 1 }])).toEqual([]);
  });

  test("what two parts of an intersection say of the same field", () => {
    const schema = { allOf: [object({ a: text }), object({ a: { type: ["string", "null"] } })] };
    expect(find(schema, [{ a: null }])).toEqual(["unexpected-null $.a 1/1: null / string"]);
  });

  test("what references and intersections say together", () => {
    const components = { Base: object({ id: text }, { required: ["id"] }), Name: text };
    const schema = { allOf: [{ $ref: "#/$defs/Base" }, object({ name: { $ref: "#/$defs/Name", description: "…" } })] };
    expect(find(schema, [{ name: 1, other: 1 }], { components })).toEqual([
      "missing-field $.id 1/1: string",
      "other-type $.name 1/1: integer / string",
      "new-field $.other 1/1: integer",
    ]);
  });

  test("what a schema says of itself, at the place where it was entered", () => {
    const Tree = object({
      name: text,
      left: { $ref: "#/$defs/Tree" },
      all: { type: "array", items: { $ref: "#/$defs/Tree" } },
    });
    const deep = { name: "1", left: { name: "2", left: { name: "3", left: { name: 4 } } }, all: [{ name: 5 }] };
    expect(find({ $ref: "#/$defs/Tree" }, [deep], { components: { Tree } })).toEqual([
      "other-type $.all[*].name 1/1: integer / string",
      "other-type $.left.name 1/3: integer / string",
    ]);
  });
});

describe("a drift watch guesses that a field has another name", () => {
  const schema = object(
    { createdAt: text, total: { type: "number" }, items: { type: "array" } },
    { required: ["items"] },
  );

  test("where the only required one is missing and only one is new", () => {
    expect(find(schema, [{ data: [] }])).toContain("new-field $.data 1/1: array of 0 items, was items");
  });

  test("where the names have a word in common", () => {
    expect(find(schema, [{ items: [], created_at: "1" }])).toEqual([
      "new-field $.created_at 1/1: string of 1 character, was createdAt",
    ]);
  });

  test("where the names differ in the way they are written", () => {
    expect(find(schema, [{ items: [], createdat: "1" }])).toEqual([
      "new-field $.createdat 1/1: string of 1 character, was createdAt",
    ]);
  });

  test("where it changes from one answer to the next", () => {
    expect(find(schema, [{ items: [] }, { rows: [] }])).toContain("new-field $.rows 1/2: array of 0 items, was items");
  });

  test.each([
    ["both came at once", [{ items: [], rows: [] }]],
    ["two are new", [{ rows: [], data: [] }]],
    ["the new one came with the old one as well", [{ items: [], rows: [] }, {}]],
    ["they have only such a word in common as many have", [{ items: [], deletedAt: "1" }]],
    ["the types differ", [{ rows: {} }]],
    ["the old one was missing elsewhere too", [{ rows: [] }, {}]],
    ["nothing was required", [{ items: [], sum: 1 }]],
  ])("not where %s", (_, values) => {
    expect(find(schema, values).join("\n")).not.toContain("was");
  });

  test("not where there are two that it may be", () => {
    const two = object({ totalCost: { type: "number" }, total_tax: { type: "number" } });
    expect(find(two, [{ total: 1 }])).toEqual(["new-field $.total 1/1: integer"]);
    const lists = { one: { type: "array" }, other: { type: "array" } };
    expect(find(object(lists, { required: ["one", "other"] }), [{ data: [] }])).toContain(
      "new-field $.data 1/1: array of 0 items",
    );
  });
});
