import type { JsonSchemas } from "@agent-chats/schema";
import type { SchemaValidator } from "../oracle/schema-validator.ts";
import { isNode, type Node } from "../pointer.ts";
import { branchesOf, follow, propertiesOf, requiredOf, typesOf } from "./definitions.ts";

/** A value with one thing wrong. */
export interface Breach {
  /** The keyword that is broken, by its place: `Chat.name type`. */
  readonly place: string;
  readonly value: unknown;
  /** How far within the value it is wrong. */
  readonly depth: number;
}

/** A value of each JSON type. */
const samples: readonly (readonly [string, unknown])[] = [
  ["number", 7.5],
  ["string", "text"],
  ["boolean", true],
  ["object", { some: "object" }],
  ["array", ["some", "array"]],
  ["null", null],
];

/** Texts of which one is wrong for any format, pattern, enum or tag of our specs. */
const wrongTexts = ["no such value", "-1", "4e0e902f-bc2e-1084-8201-0b98a220e6f3"];

/**
 * For a value that a schema allows, the values that differ from it in one place and break one keyword there. Whether the
 * whole is then wrong is for an oracle to say: another branch of a union may take it.
 */
export function breachesOf(
  by: SchemaValidator,
  document: JsonSchemas,
  schema: unknown,
  value: unknown,
  at: string,
): Breach[] {
  const { schema: node, name = at } = follow(document, schema);
  const inner = (sub: unknown, given: unknown, path: string, put: (broken: unknown) => unknown) =>
    breachesOf(by, document, sub, given, path).map(({ place, value: broken, depth }) => ({
      place,
      value: put(broken),
      depth: depth + 1,
    }));
  const found = ownBreaches(node, name, value);
  for (const [index, branch] of branchesOf(node).entries()) {
    if (!by.accepts(branch as Node, value)) continue;
    const { schema: end, name: label } = follow(document, branch);
    const path = `${name} ${label ?? [typesOf(end).join("|") || index, end.format].filter(Boolean).join(" ")}`;
    found.push(...inner(branch, value, path, (broken) => broken));
  }
  if (Array.isArray(value)) {
    // One item is enough, and keeps the whole small.
    for (const item of value) found.push(...inner(node.items, item, `${name}[]`, (broken) => [broken]));
  }
  if (isNode(value)) {
    for (const [property, sub] of propertiesOf(node)) {
      if (!(property in value)) continue;
      const put = (broken: unknown) => ({ ...value, [property]: broken });
      found.push(...inner(sub, value[property], `${name}.${property}`, put));
    }
  }
  return outermostOf(found);
}

/** The outermost of each place: a definition may stand within itself. */
export function outermostOf(breaches: readonly Breach[]): Breach[] {
  const byDepth = breaches.toSorted((one, other) => other.depth - one.depth);
  return [...new Map(byDepth.map((breach) => [breach.place, breach])).values()];
}

function ownBreaches(node: Node, name: string, value: unknown): Breach[] {
  const breaches: Breach[] = [];
  const add = (keyword: string, broken: unknown) =>
    breaches.push({ place: `${name} ${keyword}`, value: broken, depth: 0 });
  const types = typesOf(node).map((type) => (type === "integer" ? "number" : type));
  const [wrong] = samples.filter(([type]) => types.length > 0 && !types.includes(type));
  if (wrong) add("type", wrong[1]);
  if (isNode(value)) {
    for (const property of requiredOf(node)) add(`required ${property}`, without(value, property));
    if (node.additionalProperties === false) add("additionalProperties", { ...value, unheardOf: 1 });
  }
  if (typeof value === "number" && typeof node.minimum === "number") add("minimum", node.minimum - 1);
  if (typeof value === "string") {
    for (const keyword of ["format", "pattern"]) if (keyword in node) add(keyword, wrongTexts[0]);
    for (const keyword of ["enum", "const"]) if (keyword in node) add(keyword, wrongTexts[0]);
    if (isNode(node.not)) add("not", knownTag(node.not));
  }
  for (const keyword of ["anyOf", "oneOf"]) if (keyword in node) add(keyword, 7.5);
  return breaches;
}

/** A text that a `not` excludes. */
function knownTag(not: Node): unknown {
  const [first] = branchesOf(not);
  const node = isNode(first) ? first : not;
  return Array.isArray(node.enum) ? node.enum[0] : "text";
}

function without(value: Node, property: string): Node {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== property));
}
