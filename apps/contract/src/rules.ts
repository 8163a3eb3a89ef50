import type { Refusal } from "./case.ts";
import { pathValues } from "./match.ts";
import { isNode, type Node } from "./pointer.ts";
import type { SpecOperation, SpecParameter } from "./specs.ts";

/** Keywords of JSON Schema that a refusal can break. */
export type Keyword = keyof typeof rules;

const formats: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  date: /^\d{4}-\d\d-\d\d$/,
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
};

/** For each keyword, whether a value breaks it, given what the schema says under it. */
const rules = {
  required: (says: unknown, value: unknown) => says === true && value === undefined,
  additionalProperties: (says: unknown, value: unknown) => says === false && value !== undefined,
  type: (says: unknown, value: unknown) => typeof says === "string" && typeof value !== says,
  enum: (says: unknown, value: unknown) => Array.isArray(says) && !says.includes(value),
  pattern: (says: unknown, value: unknown) => typeof says === "string" && !new RegExp(says).test(String(value)),
  format: (says: unknown, value: unknown) => formats[String(says)]?.test(String(value)) === false,
  minimum: (says: unknown, value: unknown) => typeof says === "number" && Number(value) < says,
  maximum: (says: unknown, value: unknown) => typeof says === "number" && Number(value) > says,
  maxLength: (says: unknown, value: unknown) => typeof says === "number" && String(value).length > says,
  anyOf: (says: unknown, value: unknown): boolean =>
    Array.isArray(says) && says.every((branch) => isNode(branch) && breaksAny(branch, value)),
};

/** Whether a refusal breaks the rule that it claims to break, by the spec alone: no validator is asked. */
export function isForbidden(operation: SpecOperation, refusal: Refusal): boolean {
  const { name, keyword } = refusal.breaks;
  const { schema, value } = refusal.body ? inBody(operation, refusal.body, name) : inTarget(operation, refusal, name);
  return rules[keyword](schema[keyword], value);
}

function breaksAny(schema: Node, value: unknown): boolean {
  return Object.entries(rules).some(([keyword, breaks]) => keyword in schema && breaks(schema[keyword], value));
}

function inTarget(operation: SpecOperation, { target }: Refusal, name: string): { schema: Node; value: unknown } {
  const url = new URL(target, "http://spec.example");
  const values = { ...Object.fromEntries(url.searchParams), ...pathValues(operation, url.pathname) };
  const parameter = operation.parameters.find((candidate) => candidate.name === name);
  return { schema: parameter ? toSchema(parameter) : {}, value: values[name] };
}

/** One value of the parameter, with `required` where JSON Schema would have it on the object around. */
function toSchema({ schema, required }: SpecParameter): Node {
  return { ...(isNode(schema.items) ? schema.items : schema), required };
}

function inBody({ body }: SpecOperation, sent: Node, name: string): { schema: Node; value: unknown } {
  const known = isNode(body.properties) ? body.properties[name] : undefined;
  const required = Array.isArray(body.required) && body.required.includes(name);
  // Only a member that is not known is an additional one.
  const additionalProperties = known === undefined ? body.additionalProperties : undefined;
  return { schema: { ...(isNode(known) ? known : {}), required, additionalProperties }, value: sent[name] };
}
