import { describe, expect, test } from "vitest";
import { find } from "../../test/drifting.ts";

const text = { type: "string" };
const variant = (type: object, properties: object, required: string[] = []) => ({
  type: "object",
  required: ["type", ...required],
  properties: { type, ...properties },
});

const known = [
  variant({ const: "text" }, { text }, ["text"]),
  variant({ enum: ["image", "video"] }, { url: text }),
  variant({ type: "string", pattern: "^tool-" }, { input: {} }),
];
const other = { ...variant({ type: "string", not: { enum: ["text"] } }, {}), additionalProperties: true };
const list = (...anyOf: object[]) => ({ type: "array", items: { anyOf } });

describe("of a union", () => {
  test("the variant that the tag names is looked at, and no other", () => {
    const value = [{ type: "text" }, { type: "video", text: "1" }, { type: "tool-x", input: 1, url: "1" }];
    expect(find(list(...known), [value])).toEqual([
      "missing-field $[*].text (type=text) 1/1: string",
      "new-field $[*].text (type=image|video) 1/1: string of 1 character",
      "new-field $[*].url (type=^tool-) 1/1: string of 1 character",
    ]);
  });

  test("a tag that the spec does not know is found, and what is with it is free", () => {
    expect(find(list(...known, other), [[{ type: "map", x: 1 }, { type: "map" }]])).toEqual([
      'unknown-tag $[*].type 2/2: "map" / one of text, image|video, ^tool-',
    ]);
  });

  test("without a variant for what is unknown, such an object is compared with the nearest", () => {
    expect(find(list(...known), [[{ type: "map", url: "1" }]])).toEqual([
      'new-enum-value $[*].type (type=image|video) 1/1: "map" / one of image, video',
      'unknown-tag $[*].type 1/1: "map" / one of text, image|video, ^tool-',
    ]);
  });

  test.each([
    ["missing", {}, "missing-field $[*].type (type=other) 1/1: string"],
    ["null", { type: null }, "unexpected-null $[*].type (type=other) 1/1: null / string"],
    ["a number", { type: 7 }, "other-type $[*].type (type=other) 1/1: integer / string"],
  ])("a tag that is %s is found", (_, value, finding) => {
    expect(find(list(...known, other), [[value]])).toEqual([finding]);
  });

  test("an object without a tag is compared with the variant that it comes nearest to", () => {
    const dog = { type: "object", required: ["bark"], properties: { bark: { type: "boolean" }, name: text } };
    const cat = { type: "object", required: ["purr"], properties: { purr: { type: "boolean" }, name: text } };
    expect(find({ oneOf: [dog, cat] }, [{ purr: true, name: 1 }])).toEqual(["other-type $.name 1/1: integer / string"]);
  });

  test("a tag that two variants share tells nothing apart, nor one that two leave open", () => {
    const shared = list(variant({ const: "a" }, { x: text }, ["x"]), variant({ const: "a" }, { y: text }, ["y"]));
    expect(find(shared, [[{ type: "a", x: "1" }]])).toEqual([]);
    const open = [variant(text, { x: text }, ["x"]), variant(text, { y: text }, ["y"])];
    expect(find(list(variant({ const: "a" }, {}), ...open), [[{ type: "b", y: "1" }]])).toEqual([]);
  });

  test("a tag that is longer than tags are is not tried on patterns", () => {
    expect(find(list(...known, other), [[{ type: `tool-${"x".repeat(300)}` }]])).toEqual([
      "unknown-tag $[*].type 1/1: string of 305 characters / one of text, image|video, ^tool-",
    ]);
  });

  test("of types, each is allowed and the rest is not", () => {
    const schema = list({ type: "null" }, { type: "number" }, { type: "object", properties: { a: text } });
    expect(find(schema, [[null, 1, { a: 1 }, "x"]])).toEqual([
      "other-type $[*] 1/4: string of 1 character / number or object or null",
      "other-type $[*].a 1/1: integer / string",
    ]);
  });

  test("a variant that says nothing makes the rest say nothing", () => {
    const schema = list({ type: "object", additionalProperties: true }, { type: "object", properties: { a: text } });
    expect(find(schema, [[{ a: 1, b: 2 }]])).toEqual([]);
  });

  test("fields are never seen of the variants that came", () => {
    const value = Array.from({ length: 50 }, () => ({ type: "image" }));
    expect(find(list(...known), [value])).toEqual(["never-seen $[*].url (type=image|video) 0/50: string"]);
  });

  test("a pattern that is none tells nothing apart, and breaks nothing", () => {
    const broken = variant({ type: "string", pattern: "(" }, {});
    expect(find(list(variant({ const: "text" }, {}), broken), [[{ type: "text" }]])).toEqual([]);
  });
});
