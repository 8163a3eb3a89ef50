import type { JsonSchemas } from "@agent-chats/schema";
import { isNode, type Node } from "../pointer.ts";

/** A schema, and the name of the definition that it is. */
export interface Definition {
  readonly schema: Node;
  readonly name: string | undefined;
}

/** Follows a schema to what it says: a reference, of the spec's form or of the document's, leads to a definition. */
export function follow({ $defs }: JsonSchemas, schema: unknown): Definition {
  if (!isNode(schema)) return { schema: {}, name: undefined };
  const name = typeof schema.$ref === "string" ? schema.$ref.replace(/^.*\//, "") : undefined;
  if (name === undefined) return { schema, name };
  const target = $defs[name];
  if (!target) throw new Error(`There is no definition ${name}`);
  const end = follow({ $defs } as JsonSchemas, target);
  return { schema: end.schema, name: end.name ?? name };
}

/** The branches of a union; none where it is none. */
export function branchesOf({ anyOf, oneOf }: Node): readonly unknown[] {
  return Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : [];
}

/** The JSON types that a schema allows; none where it says nothing. */
export function typesOf({ type }: Node): readonly string[] {
  return Array.isArray(type) ? type.map(String) : typeof type === "string" ? [type] : [];
}

/** The properties of an object's schema. */
export function propertiesOf({ properties }: Node): readonly (readonly [string, unknown])[] {
  return isNode(properties) ? Object.entries(properties) : [];
}

/** Names of the properties that an object cannot do without. */
export function requiredOf({ required }: Node): readonly string[] {
  return Array.isArray(required) ? required.map(String) : [];
}
