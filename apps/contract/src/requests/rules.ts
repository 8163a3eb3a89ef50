import type { JsonSchemas } from "@agent-chats/schema";
import { isNode, type Node } from "../pointer.ts";
import { follow } from "../schema/definitions.ts";

const formats: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  date: /^\d{4}-\d\d-\d\d$/,
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
};

type Rule = (says: unknown, value: unknown, isBroken: (schema: unknown, value: unknown) => boolean) => boolean;

/** For each keyword, whether a value breaks it, given what the schema says under it. */
const rules: Readonly<Record<string, Rule>> = {
  type: (says, value) => ![says].flat().some((type) => isOfType(String(type), value)),
  enum: (says, value) => Array.isArray(says) && !says.includes(value),
  const: (says, value) => value !== says,
  pattern: (says, value) => typeof value === "string" && !new RegExp(String(says)).test(value),
  format: (says, value) => typeof value === "string" && formats[String(says)]?.test(value) === false,
  minimum: (says, value) => toNumber(value) < Number(says),
  maximum: (says, value) => toNumber(value) > Number(says),
  maxLength: (says, value) => typeof value === "string" && [...value].length > Number(says),
  required: (says, value) => isNode(value) && Array.isArray(says) && says.some((name) => value[name] === undefined),
  properties: (says, value, isBroken) =>
    isNode(says) &&
    isNode(value) &&
    Object.entries(says).some(([name, schema]) => name in value && isBroken(schema, value[name])),
  anyOf: (says, value, isBroken) => Array.isArray(says) && says.every((branch) => isBroken(branch, value)),
  oneOf: (says, value, isBroken) =>
    Array.isArray(says) && says.filter((branch) => !isBroken(branch, value)).length !== 1,
};

/**
 * The keywords of a schema that a value breaks, by the spec alone: no validator is asked. A text stands for a number where
 * it is written as one, because in a query everything is text: `limit=5` is no breach. A value that is not there breaks
 * nothing.
 */
export function brokenBy(schema: unknown, value: unknown, document?: JsonSchemas): string[] {
  if (value === undefined) return [];
  const node = document ? follow(document, schema).schema : isNode(schema) ? schema : {};
  // One item stands for a list of one.
  if (node.type === "array" && typeof value === "string") return brokenBy(node.items, value, document);
  const isBroken = (inner: unknown, given: unknown) => brokenBy(inner, given, document).length > 0;
  const broken = Object.entries(rules).filter(
    ([keyword, rule]) => keyword in node && rule(node[keyword], value, isBroken),
  );
  return [...broken.map(([keyword]) => keyword), ...(hasUnknown(node, value) ? ["additionalProperties"] : [])];
}

function hasUnknown({ additionalProperties, properties }: Node, value: unknown): boolean {
  if (additionalProperties !== false || !isNode(value)) return false;
  return Object.keys(value).some((name) => !isNode(properties) || !(name in properties));
}

function isOfType(type: string, value: unknown): boolean {
  if (type === "integer") return Number.isInteger(toNumber(value));
  if (type === "number") return !Number.isNaN(toNumber(value));
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  return type === "object" ? isNode(value) : typeof value === type;
}

/** A number, or a text that JSON would read as one. */
function toNumber(value: unknown): number {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
}
