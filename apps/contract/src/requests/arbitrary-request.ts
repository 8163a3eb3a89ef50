import fc from "fast-check";
import { isNode, type Node } from "../pointer.ts";
import { branchesOf, typesOf } from "../schema/definitions.ts";
import type { SpecOperation, SpecParameter } from "../specs.ts";
import { valuesOf } from "./parameter-values.ts";
import type { Values } from "./request-case.ts";

/** Any query of an operation that the spec allows: required parameters as given, of the others any, with any value. */
export function arbitraryQuery({ parameters }: SpecOperation, given: Values): fc.Arbitrary<Values> {
  const query = parameters.filter((parameter) => parameter.in === "query");
  const optional = query.filter(({ required }) => !required);
  const fixed = Object.fromEntries(query.filter(({ required }) => required).map(({ name }) => [name, given[name]]));
  const model = Object.fromEntries(optional.map((parameter) => [parameter.name, arbitraryValue(parameter)]));
  return fc.record(model, { requiredKeys: [] }).map((values) => ({ ...fixed, ...values }));
}

/** Mostly any value; now and then one from the ends of what the schema allows. */
function arbitraryValue(parameter: SpecParameter): fc.Arbitrary<unknown> {
  const { schema } = parameter;
  const any =
    schema.type === "array"
      ? fc.array(scalar(isNode(schema.items) ? schema.items : {}), { maxLength: 5 })
      : scalar(schema);
  return fc.oneof({ weight: 3, arbitrary: any }, { weight: 1, arbitrary: fc.constantFrom(...valuesOf(parameter)) });
}

function scalar(schema: Node): fc.Arbitrary<unknown> {
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  const branches = branchesOf(schema).filter(isNode);
  if (branches.length > 0) return fc.oneof(...branches.map(scalar));
  const [type] = typesOf(schema);
  if (type === "integer")
    return fc.integer({ min: numberOr(schema.minimum, -1_000), max: numberOr(schema.maximum, 1_000_000) });
  if (type === "boolean") return fc.boolean();
  if (typeof schema.pattern === "string") return fc.stringMatching(new RegExp(schema.pattern));
  if (schema.format === "uuid") return fc.uuid();
  if (schema.format === "date") return instant.map((text) => text.slice(0, 10));
  if (schema.format === "date-time") return instant;
  return fc.string({ unit: "grapheme", minLength: 1, maxLength: numberOr(schema.maxLength, 40) / 4 });
}

const instant = fc
  .date({ min: new Date("2020-01-01T00:00:00.000Z"), max: new Date("2030-01-01T00:00:00.000Z"), noInvalidDate: true })
  .map((date) => date.toISOString());

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}
