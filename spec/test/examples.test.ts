import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import {
  bodilessStatuses,
  bodySchemas,
  type Example,
  operationsOf,
  requestExamples,
  responseExamples,
  valueExamples,
} from "./examples.ts";
import { loadSpec, VENDORS } from "./load.ts";
import { pageFindings } from "./pages.ts";
import type { Node } from "./resolve.ts";

/** Words of OpenAPI and of this repository that say nothing about validity. */
const ANNOTATIONS = ["discriminator", "example", "x-sensitive", "x-extensible-enum", "x-source"];

/** The parts of a document that references lead into; Ajv takes the document for a schema, and these for keywords. */
const PARTS = ["paths", "components"];

function createValidator(document: Node) {
  // strictRequired is off: it refuses `required` beside `anyOf`, where the branches declare the properties.
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addVocabulary([...ANNOTATIONS, ...PARTS]);
  ajv.addSchema(Object.fromEntries(PARTS.map((part) => [part, document[part]])), "spec");
  const compile = (reference: string) => ajv.compile({ $ref: `spec${reference}` });
  const problemsOf = ({ value, schema, label }: Example) => {
    const validate = compile(schema);
    return validate(value) ? [] : (validate.errors ?? []).map((each) => `${label}${each.instancePath} ${each.message}`);
  };
  return { compile, problemsOf };
}

describe.each(VENDORS)("%s", (vendor) => {
  const document = loadSpec(vendor);
  const operations = operationsOf(document);
  const schemas = Object.keys((document.components as { schemas: Node }).schemas);
  const { compile, problemsOf } = createValidator(document);

  test.each(schemas)("the schema %s compiles", (name) => {
    expect(compile(`#/components/schemas/${name}`)).toBeTypeOf("function");
  });

  describe.each(operations)("$id", (operation) => {
    const responses = responseExamples(document, operation);
    const request = requestExamples(document, operation);

    test("the schema of every response body compiles", () => {
      expect(() => bodySchemas(document, operation).map(compile)).not.toThrow();
    });

    test("every example is valid", () => {
      const examples = [...responses.values(), request, valueExamples(document, operation)].flat();
      expect(examples.flatMap(problemsOf)).toEqual([]);
    });

    test("every status has an example, unless its body is empty by declaration", () => {
      const without = [...responses].filter(([, examples]) => examples.length === 0).map(([status]) => status);
      expect(without).toEqual(bodilessStatuses(document, operation));
    });

    test("the pages of a listing fit together", () => {
      expect(pageFindings(document, operation)).toEqual([]);
    });

    test("no two examples of an operation have the same name", () => {
      const names = [...responses.values()].flat().map(({ name }) => name);
      expect(names).toEqual([...new Set(names)]);
    });
  });
});

describe("the check of schemas and examples can fail", () => {
  const spec = (schema: Node) => createValidator({ paths: {}, components: { schemas: { Chat: schema } } });

  test("an example that breaks its schema is a finding", () => {
    const { problemsOf } = spec({ type: "object", properties: { id: { type: "string", format: "uuid" } } });
    const example = { label: "listChats 200 first", name: "first", schema: "#/components/schemas/Chat" };
    expect(problemsOf({ ...example, value: { id: "no" } })).toEqual([
      'listChats 200 first/id must match format "uuid"',
    ]);
  });

  test("a misspelt keyword does not compile", () => {
    expect(() => spec({ type: "string", maxLenght: 3 }).compile("#/components/schemas/Chat")).toThrow("maxLenght");
  });
});

describe("the check of pages can fail", () => {
  const pages = {
    first: [{ id: 1, at: "2026-01-04" }],
    middle: [{ id: 2, at: "2026-01-03" }],
    last: [{ id: 3, at: "2026-01-02" }],
    empty: [],
  };
  const findings = (changes: object, total = 3) => {
    const bodies = Object.entries({ ...pages, ...changes }).filter(([, items]) => items !== undefined);
    const examples = Object.fromEntries(bodies.map(([name, items]) => [name, { value: { items, total } }]));
    const operation = {
      "x-pagination": { items: "/items", id: "/id", createdAt: "/at", total: { body: "/total" } },
      responses: { "200": { content: { "application/json": { examples } } } },
    };
    return pageFindings(
      { paths: { "/": { get: operation } } },
      { id: "list", reference: "#/paths/~1/get", node: operation },
    );
  };

  test.each([
    ["pages that fit", {}, 3, []],
    ["a missing page", { middle: undefined }, 3, ['the example "middle" is missing']],
    ["an empty page with items", { empty: [{ id: 4 }] }, 3, ['the example "empty" has items']],
    ["an item without a time", { last: [{ id: 3, at: null }] }, 3, []],
    ["a repeated item", { last: [{ id: 1, at: "2026-01-02" }] }, 3, ["the item 1 comes twice"]],
    ["a wrong order", { last: [{ id: 3, at: "2026-01-05" }] }, 3, ["the items are in order by none of their times"]],
    [
      "a wrong total",
      {},
      4,
      ["first", "middle", "last"].map((name) => `the total of "${name}" is 4, the pages have 3 items`),
    ],
  ])("%s", (_, changes, total, expected) => {
    expect(findings(changes, total)).toEqual(expected);
  });
});
