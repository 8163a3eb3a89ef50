import type { JsonSchemas } from "@agent-chats/schema";
import { expect, test } from "vitest";
import { jsonSchemas } from "../src/oracle/json-schemas.ts";
import { isNode, valueAt } from "../src/pointer.ts";
import { branchesOf, follow, propertiesOf } from "../src/schema/definitions.ts";
import { specs } from "../src/specs.ts";

/** An open union: the branch for what is not known, and those for what is. */
interface OpenUnion {
  readonly name: string;
  readonly known: readonly string[];
  readonly excluded: readonly string[];
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The values, or patterns of values, of the tags of a branch; with `not`, those that it leaves to others. */
function tagsOf(schema: unknown, isNegated: boolean): string[] {
  const tags = propertiesOf(isNode(schema) ? schema : {}).flatMap(([, tag]) => (isNode(tag) ? [tag] : []));
  const said = isNegated
    ? tags.flatMap(({ not }) => (isNode(not) ? [not, ...branchesOf(not).filter(isNode)] : []))
    : tags;
  return said.flatMap(({ const: only, pattern, enum: values }) =>
    [only, pattern, ...texts(values)].filter((tag) => typeof tag === "string"),
  );
}

function openUnionsOf(document: JsonSchemas): OpenUnion[] {
  return Object.entries(document.$defs).flatMap(([name, schema]) => {
    const branches = branchesOf(schema as Record<string, unknown>).map((branch) => follow(document, branch));
    const unknown = branches.find((branch) => branch.name?.startsWith("Unknown"));
    if (!unknown) return [];
    const known = branches.filter((branch) => branch !== unknown).flatMap((branch) => tagsOf(branch.schema, false));
    return [{ name, known, excluded: tagsOf(unknown.schema, true) }];
  });
}

const unions = specs.flatMap(({ vendor }) => openUnionsOf(jsonSchemas[vendor]).map((union) => ({ vendor, ...union })));

// A tag that is excluded, and of no other branch, would be refused: a new kind of thing would break the whole answer.
test.each(unions)("what is no known $name of $vendor is any other: none is left out, none is in two", (union) => {
  expect(union.known.length).toBeGreaterThan(0);
  expect(union.excluded.toSorted()).toEqual(union.known.toSorted());
});

test("there are open unions", () => {
  expect(unions.map(({ vendor, name }) => `${vendor} ${name}`)).toEqual([
    "cargo Trigger",
    "cargo Part",
    "cargo Resource",
    "invent Part",
  ]);
});

const valuesAt = (vendor: keyof typeof jsonSchemas, pointer: string) =>
  texts(valueAt(jsonSchemas[vendor].$defs, pointer));

test("a chat can be started, and asked for, by each known trigger, and by no other", () => {
  const known = unions.find(({ name }) => name === "Trigger")?.known;
  const { schema } = follow(jsonSchemas.cargo, jsonSchemas.cargo.$defs.KnownTrigger);
  const started = branchesOf(schema).flatMap((branch) => tagsOf(follow(jsonSchemas.cargo, branch).schema, false));
  expect(started).toEqual(known);
  expect(valuesAt("cargo", "/listChats.query/properties/triggerType/enum")).toEqual(known);
});

// The one says what can be asked for, the other what is known to come: whoever adds to one must look at the other.
test.each([
  ["cargo", "/listChats.query/properties/messageStatuses/items/enum", "/MessageStatus"],
  ["invent", "/listOrgChats.query/properties/status/enum", "/Chat/properties/status"],
  ["invent", "/listOrgChats.query/properties/state/enum", "/ChatState/properties/state"],
  ["invent", "/listOrgChats.query/properties/integration_id/enum", "/ChatState/properties/integration_id"],
  ["invent", "/listOrgChats.query/properties/integration_id/enum", "/ContactChannel/properties/channel_type"],
] as const)("a list of %s can be filtered, at %s, by the values that its items have at %s", (vendor, filter, item) => {
  const asked = valuesAt(vendor, filter).filter((value) => value !== "ALL");
  expect(asked.length).toBeGreaterThan(0);
  expect(asked).toEqual(valuesAt(vendor, `${item}/x-extensible-enum`));
});
