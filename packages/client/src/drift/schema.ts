import { anyType, readTypes, typeOf } from "./json-type.ts";

/** A JSON Schema. */
export type Schema = boolean | { readonly [keyword: string]: unknown };

/** What a schema says once its references, unions and intersections are carried out: one of its alternatives. */
export interface Alternative {
  /** Bits of `json-type.ts`. */
  readonly types: number;
  /** `const` or `enum`: the only values there are. */
  readonly values?: readonly unknown[];
  /** `x-extensible-enum`: the values known today. */
  readonly known?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: readonly string[];
  readonly items?: Schema;
  /** What members may be that are not among the properties; `undefined` where nothing is said of them. */
  readonly additional?: Schema;
  readonly isSensitive: boolean;
}

/** More alternatives, and more steps to find them, than a schema of ours needs. */
const mostAlternatives = 64;
const mostSteps = 1000;

/**
 * The alternatives of a schema; none where it allows none, says nothing but itself, or is too large to look through.
 * `root` is what references start from.
 */
export function expand(schema: Schema, root: object): Alternative[] {
  let stepsLeft = mostSteps;
  return visit(schema, new Set());

  /** A schema that is being carried out adds nothing to itself: a union that contains itself is the union of the rest. */
  function visit(node: Schema, open: ReadonlySet<Schema>): Alternative[] {
    if (node === true) return [anything];
    if (stepsLeft-- <= 0 || typeof node !== "object" || node === null || open.has(node)) return [];
    const inside = new Set(open).add(node);
    const parts = [
      [toAlternative(node)],
      ...(typeof node.$ref === "string" ? [visit(resolveReference(node.$ref, root), inside)] : []),
      ...schemasOf(node.allOf).map((part) => visit(part, inside)),
      ...[schemasOf(node.anyOf), schemasOf(node.oneOf)]
        .filter((branches) => branches.length > 0)
        .map((branches) => branches.flatMap((branch) => visit(branch, inside))),
    ];
    return parts.reduce(product);
  }

  /** None once there was too much: a value of an alternative that was left out would look wrong. */
  function product(left: Alternative[], right: Alternative[]): Alternative[] {
    if (left.length * right.length > mostAlternatives) stepsLeft = 0;
    return stepsLeft > 0 ? left.flatMap((one) => right.map((other) => join(one, other))) : [];
  }
}

/** Whether what a schema allows is a secret, in one of its alternatives at least. */
export function isMarked(schema: Schema, root: object): boolean {
  return expand(schema, root).some(({ isSensitive }) => isSensitive);
}

/** What a local reference leads to; a schema that allows anything where it leads nowhere. */
function resolveReference(reference: string, root: object): Schema {
  if (!reference.startsWith("#")) return true;
  const steps = reference.slice(1).split("/").slice(1);
  return steps.reduce<unknown>((node, step) => {
    const name = decode(step).replaceAll("~1", "/").replaceAll("~0", "~");
    return isRecord(node) && Object.hasOwn(node, name) ? node[name] : true;
  }, root) as Schema;
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

const anything: Alternative = { types: anyType, properties: new Map(), required: [], isSensitive: false };

function toAlternative(schema: Exclude<Schema, boolean>): Alternative {
  const values = "const" in schema ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : undefined;
  const typesOfValues = values?.reduce<number>((types, value) => types | typeOf(value), 0) ?? anyType;
  return {
    types: readTypes(schema.type) & typesOfValues,
    ...(values && { values }),
    ...(Array.isArray(schema["x-extensible-enum"]) && { known: schema["x-extensible-enum"] }),
    ...(typeof schema.format === "string" && { format: schema.format }),
    ...(typeof schema.pattern === "string" && { pattern: schema.pattern }),
    properties: new Map(isRecord(schema.properties) ? (Object.entries(schema.properties) as [string, Schema][]) : []),
    required: Array.isArray(schema.required) ? schema.required.filter((name) => typeof name === "string") : [],
    // With `prefixItems` the first items are others, and we do not look which is which.
    ...(isSchema(schema.items) && !("prefixItems" in schema) && { items: schema.items }),
    ...(isSchema(schema.additionalProperties) && { additional: schema.additionalProperties }),
    // Members by the form of their name are documented, and we do not look which is which.
    ...(isRecord(schema.patternProperties) && { additional: true }),
    isSensitive: schema["x-sensitive"] === true,
  };
}

/** What two schemas say together. */
function join(left: Alternative, right: Alternative): Alternative {
  if (left === anything) return right;
  const names = new Set([...left.properties.keys(), ...right.properties.keys()]);
  const items = both(left.items, right.items);
  const additional = both(left.additional, right.additional);
  return {
    ...left,
    ...right,
    types: left.types & right.types,
    properties: new Map([...names].map((name) => [name, both(memberOf(left, name), memberOf(right, name)) ?? true])),
    required: [...new Set([...left.required, ...right.required])],
    ...(items !== undefined && { items }),
    ...(additional !== undefined && { additional }),
    isSensitive: left.isSensitive || right.isSensitive,
  };
}

/** What is said of a member: as a property, or as one of a map. */
function memberOf({ properties, additional }: Alternative, name: string): Schema | undefined {
  return properties.get(name) ?? (typeof additional === "object" ? additional : undefined);
}

/** A schema that says what both say, so that no mark of a secret is lost; `undefined` says nothing. */
function both(left: Schema | undefined, right: Schema | undefined): Schema | undefined {
  if (left === undefined || left === true || left === right) return right ?? left;
  if (right === undefined || right === true) return left;
  return left === false || right === false ? false : { allOf: [left, right] };
}

function schemasOf(value: unknown): Schema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "boolean" || isRecord(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
