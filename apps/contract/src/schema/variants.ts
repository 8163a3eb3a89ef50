import type { JsonSchemas } from "@agent-chats/schema";
import { isNode, type Node } from "../pointer.ts";
import { branchesOf, follow, propertiesOf, requiredOf, typesOf } from "./definitions.ts";
import { matchingTexts } from "./matching-texts.ts";

/** A value of an open enum, or a tag of a union, that no spec knows. */
const unheardOf = "unheard-of";

/** How often a definition may stand within itself. */
const mostRecursions = 1;

/**
 * Values that a schema allows, chosen so that together they show everything that it says: each property there, left out
 * and null, each branch of each union, each value of each enum. The first has all that there can be. Lists hold all
 * variants of their items at once, so that few values are needed.
 */
export function variantsOf(document: JsonSchemas, schema: unknown, open: readonly string[] = []): unknown[] {
  const { schema: node, name } = follow(document, schema);
  if (name !== undefined && open.filter((other) => other === name).length > mostRecursions) return [];
  const within = name === undefined ? open : [...open, name];
  if ("const" in node) return [node.const];
  if (Array.isArray(node.enum)) return node.enum;
  const branches = branchesOf(node);
  if (branches.length > 0) return branches.flatMap((branch) => variantsOf(document, branch, within));
  const types = typesOf(node);
  if (types.length === 0) return ["anything"];
  return types.flatMap((type) => ofType(document, node, type, within));
}

function ofType(document: JsonSchemas, node: Node, type: string, open: readonly string[]): unknown[] {
  if (type === "object") return objects(document, node, open);
  if (type === "array") return arrays(document, node, open);
  if (type === "string") return texts(node);
  if (type === "boolean") return [true, false];
  if (type === "null") return [null];
  const minimum = typeof node.minimum === "number" ? node.minimum : 0;
  return type === "integer" ? [minimum + 1, minimum] : [minimum + 1.5, minimum];
}

function objects(document: JsonSchemas, node: Node, open: readonly string[]): unknown[] {
  const properties = propertiesOf(node).map(([name, schema]) => [name, variantsOf(document, schema, open)] as const);
  const possible = properties.filter(([, variants]) => variants.length > 0);
  const known = Object.fromEntries(possible.map(([name, [first]]) => [name, first]));
  const required = requiredOf(node);
  const least = Object.fromEntries(Object.entries(known).filter(([name]) => required.includes(name)));
  const others = possible.flatMap(([name, variants]) =>
    variants.slice(1).map((value) => ({ ...least, [name]: value })),
  );
  return [{ ...known, ...more(document, node, open) }, least, ...others];
}

/** A member that the schema does not name, where it says what such members are. */
function more(document: JsonSchemas, { additionalProperties }: Node, open: readonly string[]): Node {
  if (additionalProperties === true) return { more: "anything" };
  if (!isNode(additionalProperties)) return {};
  const [first] = variantsOf(document, additionalProperties, open);
  return first === undefined ? {} : { more: first };
}

function arrays(document: JsonSchemas, { items }: Node, open: readonly string[]): unknown[] {
  const variants = variantsOf(document, items, open);
  return variants.length > 0 ? [variants, []] : [[]];
}

const formats: Readonly<Record<string, string>> = {
  uuid: "3f0c6a52-6a0e-4a53-9a43-0d7b1c6f2e11",
  date: "2026-11-18",
  "date-time": "2026-11-18T08:41:07.590Z",
};

function texts(node: Node): unknown[] {
  const known = node["x-extensible-enum"];
  if (Array.isArray(known)) return [...known, unheardOf];
  if (typeof node.format === "string") return [formats[node.format] ?? "text"];
  if (typeof node.pattern === "string") return matchingTexts(node.pattern).slice(0, 1);
  return [isNode(node.not) ? unheardOf : "text"];
}
