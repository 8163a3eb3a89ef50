import { describe, expect, test } from "vitest";
import { sensitivePointers } from "./sensitive.ts";
import { generateTypes } from "./types.ts";

/** A document whose only path takes a date and answers a schema. */
function documentOf(schema: object): object {
  return {
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    paths: {
      "/": {
        get: {
          operationId: "list",
          parameters: [{ name: "since", in: "query", schema: { type: "string", format: "date-time" } }],
          responses: { "200": { description: "", content: { "application/json": { schema, examples } } } },
        },
      },
    },
    components: { schemas: { Tree } },
  };
}

const examples = { one: { $ref: "examples/no-such-file.yaml" } };
const Tree = {
  type: "object",
  properties: {
    key: { type: "string", "x-sensitive": true },
    children: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
  },
};

describe("generateTypes", () => {
  test.each([
    [{ type: "string", "x-extensible-enum": ["a", "b"] }, `"a" | "b" | (string & {})`],
    [{ type: ["string", "null"], "x-extensible-enum": ["a"] }, `"a" | (string & {}) | null`],
    [{ type: "string", enum: ["a", "b"] }, `"a" | "b"`],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template literal type, as text
    [{ type: "string", pattern: "^tool-" }, "`tool-${string}`"],
    [{ type: "string", not: { enum: ["a"] } }, "UnknownTag"],
    [{ type: "string", format: "date-time" }, "string"],
    [{ type: "string", pattern: "^[0-9]+$" }, "string"],
    [{ type: ["string", "null"] }, "string | null"],
  ])("writes %j as %s", async (schema, type) => {
    expect(await generateTypes(documentOf(schema))).toContain(`"application/json": ${type};`);
  });

  test("takes a Date for an instant in a parameter, and leaves it a string in an answer", async () => {
    const types = await generateTypes(documentOf({ type: "string", format: "date-time" }));
    expect(types).toContain("since?: string | Date;");
    expect(types).toContain(`"application/json": string;`);
  });
});

describe("sensitivePointers", () => {
  const document = documentOf({});

  test("goes through arrays, maps and unions", () => {
    const secret = { type: "string", "x-sensitive": true };
    const schema = {
      properties: { list: { items: { anyOf: [{ type: "null" }, { properties: { "a/b": secret } }] } } },
      additionalProperties: { properties: { secret } },
    };
    expect(sensitivePointers(document, schema)).toEqual(["/*/secret", "/list/*/a~1b"]);
  });

  test("ends on a recursive schema, with the secrets of one round", () => {
    expect(sensitivePointers(document, { $ref: "#/components/schemas/Tree" })).toEqual(["/key"]);
  });

  test("names a reference that leads nowhere", () => {
    expect(() => sensitivePointers(document, { $ref: "#/components/schemas/Nothing" })).toThrow("schemas/Nothing");
  });
});
