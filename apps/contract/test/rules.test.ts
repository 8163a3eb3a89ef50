import { describe, expect, test } from "vitest";
import { jsonSchemas } from "../src/oracle/json-schemas.ts";
import { validatorOf } from "../src/oracle/schema-validator.ts";
import { refusalsOf } from "../src/requests/refusals.ts";
import { requestCasesOf } from "../src/requests/request-case.ts";
import { brokenBy } from "../src/requests/rules.ts";
import { type SpecOperation, specs } from "../src/specs.ts";

const operations = specs.flatMap((spec) => spec.operations);

function find(id: string): SpecOperation {
  const operation = operations.find((candidate) => candidate.id === id);
  if (!operation) throw new Error(`No spec has ${id}.`);
  return operation;
}

const schemaOf = (id: string, name: string) => find(id).parameters.find((parameter) => parameter.name === name)?.schema;

// A refusal that breaks no rule would let a lenient Prism, or a wrong spec, pass for a strict one.
describe("the rules of the spec, which no validator reads,", () => {
  test.for([
    ["a UUID", "listChats", "agentUuid", "90b7d9af-71e1-4f0b-a3bc-9d3f3a0d8c55"],
    ["a value of an enum", "listChats", "triggerType", "app"],
    ["an item of an array", "listChats", "messageStatuses", "error"],
    ["a date", "listChats", "createdAfter", "2026-11-01"],
    ["a date-time", "listChats", "createdAfter", "2026-11-01T00:00:00.000Z"],
    ["a number that is text in the spec", "listChats", "limit", "50"],
    ["a number that is text on the wire", "listAgentChats", "limit", "50"],
    ["the smallest limit", "listAgentChats", "limit", "1"],
    ["the largest limit", "listAgentChats", "limit", "100"],
    ["the longest text", "listOrgChats", "search", "a".repeat(256)],
    ["what is not there", "listOrgChats", "search", undefined],
  ] as const)("are not broken by %s", ([, operation, name, value]) => {
    expect(brokenBy(schemaOf(operation, name), value)).toEqual([]);
  });

  test.for([
    ["a word for a UUID", "listChats", "agentUuid", "fax", ["pattern", "format"]],
    ["a UUID of version 1", "listChats", "agentUuid", "4e0e902f-bc2e-1084-8201-0b98a220e6f3", ["pattern"]],
    ["a value in other letters", "listOrgChats", "state", "open", ["enum"]],
    ["a word for a date", "listChats", "createdAfter", "yesterday", ["anyOf"]],
    ["a limit below the smallest", "listAgentChats", "limit", "0", ["minimum"]],
    ["a limit above the largest", "listAgentChats", "limit", "101", ["maximum"]],
    ["a part of a number", "listAgentChats", "limit", "1.5", ["type"]],
    ["a text that is too long", "listOrgChats", "search", "a".repeat(257), ["maxLength"]],
  ] as const)("are broken by %s", ([, operation, name, value, keywords]) => {
    expect(brokenBy(schemaOf(operation, name), value)).toEqual(keywords);
  });

  test.for([
    ["nothing of it", {}, ["required"]],
    ["a member that there is not", { trigger: { type: "draft" }, title: "Call prep" }, ["additionalProperties"]],
    ["a name that is no text", { trigger: { type: "draft" }, name: 4 }, ["properties"]],
    ["a trigger that there is not", { trigger: { type: "fax" } }, ["properties"]],
    ["all that must be there", { trigger: { type: "draft" } }, []],
  ] as const)("say of a body with %s what is wrong", ([, body, keywords]) => {
    expect(brokenBy(find("createChat").body, body, jsonSchemas.cargo)).toEqual(keywords);
  });
});

describe.for(operations)("of $vendor $id", (operation) => {
  const document = jsonSchemas[operation.vendor];

  test("no valid request breaks a rule, in its parameters or in its body", () => {
    const cases = requestCasesOf(operation, document);
    const broken = cases.flatMap(({ path, query, body }) => [
      ...operation.parameters.flatMap(({ name, schema }) => brokenBy(schema, { ...path, ...query }[name])),
      ...brokenBy(operation.body, body, document),
    ]);
    expect(broken).toEqual([]);
    expect(cases.length).toBeGreaterThan(operation.parameters.length);
  });

  test("every refusal breaks one", () => {
    const refusals = refusalsOf(operation, document, validatorOf(document));
    expect(refusals.filter(({ breaks }) => breaks.keywords.length === 0)).toEqual([]);
    expect(refusals.length).toBeGreaterThan(0);
  });
});
