import type { Alternative, Schema } from "./schema.ts";

/** What an object may hold. */
export interface ObjectShape {
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: readonly string[];
  /** What else it may hold: members of a map, anything, or nothing that is documented. */
  readonly rest: { readonly members: Schema } | "anything" | "undocumented";
}

/** The shape of an object of one alternative. */
export function toObjectShape({ properties, required, additional }: Alternative): ObjectShape {
  if (typeof additional === "object" && !isEmpty(additional)) {
    return { properties, required, rest: { members: additional } };
  }
  return { properties, required, rest: additional === undefined || additional === false ? "undocumented" : "anything" };
}

/** Whether nothing is said of an object. Where this is so of one alternative, it is of the union. */
export function isFree({ properties, required, additional }: Alternative): boolean {
  if (properties.size > 0 || required.length > 0 || additional === false) return false;
  return typeof additional !== "object" || isEmpty(additional);
}

function isEmpty(schema: object): boolean {
  return Object.keys(schema).length === 0;
}
