import type { JsonSchemas } from "@agent-chats/schema";
import type { SchemaValidator } from "../oracle/schema-validator.ts";
import { isNode, type Node } from "../pointer.ts";
import { branchesOf, follow, propertiesOf, requiredOf, typesOf } from "./definitions.ts";

/** What a schema says in many places, each by its own name: `Chat.name null`. */
export interface Places {
  /** Properties that are there, left out, or null. */
  readonly properties: Set<string>;
  readonly branches: Set<string>;
  /** Values that the spec names: of enums, open and closed. */
  readonly values: Set<string>;
  readonly keywords: Set<string>;
}

/** The kinds of places. */
const placeKinds = ["properties", "branches", "values", "keywords"] as const;

/** Keywords that can be broken by one change of a value. */
const assertions = ["type", "format", "pattern", "minimum", "maximum", "minLength", "maxLength", "not"] as const;

/** No places. */
export function createPlaces(): Places {
  return { properties: new Set(), branches: new Set(), values: new Set(), keywords: new Set() };
}

/** Notes every place of a schema. */
export function notePlaces(
  document: JsonSchemas,
  schema: unknown,
  at: string,
  places: Places,
  seen = new Set<string>(),
) {
  const { schema: node, name = at } = follow(document, schema);
  if (seen.has(name)) return;
  seen.add(name);
  noteNode(node, name, places);
  for (const value of namedValues(node)) places.values.add(`${name}=${value}`);
  for (const [property, inner] of propertiesOf(node)) {
    const path = `${name}.${property}`;
    places.properties.add(`${path} present`);
    if (!requiredOf(node).includes(property)) places.properties.add(`${path} absent`);
    if (isNullable(document, inner)) places.properties.add(`${path} null`);
    notePlaces(document, inner, path, places, seen);
  }
  for (const [index, branch] of branchesOf(node).entries()) {
    const path = `${name} ${labelOf(document, branch, index)}`;
    places.branches.add(path);
    notePlaces(document, branch, path, places, seen);
  }
  if (node.items) notePlaces(document, node.items, `${name}[]`, places, seen);
  if (isNode(node.additionalProperties)) notePlaces(document, node.additionalProperties, `${name}{}`, places, seen);
}

/** Notes the places of a schema that a valid value shows. */
export type Observe = (schema: unknown, value: unknown, at: string, places: Places) => void;

/** Makes an observer of a document's schemas. It looks at equal items of lists once. */
export function createObserver(by: SchemaValidator, document: JsonSchemas): Observe {
  const known = new Map<string, Places>();

  const observe: Observe = (schema, value, at, to) => {
    const { schema: node, name = at } = follow(document, schema);
    noteNode(node, name, to);
    if (namedValues(node).includes(value)) to.values.add(`${name}=${value}`);
    for (const [index, branch] of branchesOf(node).entries()) {
      if (!by.accepts(branch as Node, value)) continue;
      const path = `${name} ${labelOf(document, branch, index)}`;
      to.branches.add(path);
      observe(branch, value, path, to);
    }
    if (Array.isArray(value)) for (const item of value) observeItem(node.items, item, `${name}[]`, to);
    if (isNode(value)) observeMembers(node, value, name, to);
  };

  function observeItem(schema: unknown, item: unknown, at: string, to: Places): void {
    const key = `${at} ${JSON.stringify(item)}`;
    let places = known.get(key);
    if (!places) {
      places = createPlaces();
      observe(schema, item, at, places);
      known.set(key, places);
    }
    for (const kind of placeKinds) for (const place of places[kind]) to[kind].add(place);
  }

  function observeMembers(node: Node, value: Node, name: string, to: Places): void {
    const properties = propertiesOf(node);
    for (const [property, inner] of properties) {
      const given = value[property];
      const state = given === undefined ? "absent" : given === null ? "null" : "present";
      to.properties.add(`${name}.${property} ${state}`);
      if (given !== undefined) observe(inner, given, `${name}.${property}`, to);
    }
    if (!isNode(node.additionalProperties)) return;
    const rest = Object.keys(value).filter((key) => !properties.some(([property]) => property === key));
    for (const key of rest) observe(node.additionalProperties, value[key], `${name}{}`, to);
  }

  return observe;
}

/** Notes the keywords of one schema, without what is below it. */
function noteNode(node: Node, name: string, { keywords }: Places): void {
  for (const keyword of assertions) if (keyword in node) keywords.add(`${name} ${keyword}`);
  if ("const" in node || "enum" in node) keywords.add(`${name} ${"const" in node ? "const" : "enum"}`);
  if (branchesOf(node).length > 0) keywords.add(`${name} ${"oneOf" in node ? "oneOf" : "anyOf"}`);
  if (node.additionalProperties === false) keywords.add(`${name} additionalProperties`);
  for (const property of requiredOf(node)) keywords.add(`${name} required ${property}`);
}

function namedValues(node: Node): readonly unknown[] {
  const values = node.enum ?? node["x-extensible-enum"];
  return Array.isArray(values) ? values : [];
}

function isNullable(document: JsonSchemas, schema: unknown): boolean {
  const { schema: node } = follow(document, schema);
  return typesOf(node).includes("null") || branchesOf(node).some((branch) => isNullable(document, branch));
}

function labelOf(document: JsonSchemas, branch: unknown, index: number): string {
  const { schema, name } = follow(document, branch);
  return name ?? [typesOf(schema).join("|") || index, schema.format].filter(Boolean).join(" ");
}
