import type { JsonSchemas } from "@agent-chats/schema";
import { variantsOf } from "../schema/variants.ts";
import type { SpecOperation, SpecParameter } from "../specs.ts";
import { valuesOf } from "./parameter-values.ts";

/** Parameters of a request by name. */
export type Values = Readonly<Record<string, unknown>>;

/** A request that the spec allows, as the client's caller says it. */
export interface RequestCase {
  /** Completes the sentence "a request with …". */
  readonly what: string;
  readonly path: Values;
  readonly query: Values;
  readonly body: unknown;
  /** The parameter that it is about; `undefined` where it is about a body, or about leaving everything out. */
  readonly about: SpecParameter | undefined;
}

/**
 * Requests of an operation that the spec allows, made from the spec: nothing but what is required, everything at once,
 * each value of each parameter alone, and each form of the body. `given` are values of required parameters that the
 * server knows; without, those that the spec shows.
 */
export function requestCasesOf(operation: SpecOperation, document: JsonSchemas, given: Values = {}): RequestCase[] {
  const { parameters } = operation;
  const base = Object.fromEntries(
    parameters
      .filter(({ required }) => required)
      .map((parameter) => [parameter.name, given[parameter.name] ?? parameter.example]),
  );
  const [body] = operation.bodyExamples.map(({ value }) => value);
  const all = Object.fromEntries(parameters.map((parameter) => [parameter.name, valuesOf(parameter).at(-1)]));
  const create = (what: string, values: Values, about?: SpecParameter, sent: unknown = body): RequestCase => ({
    what,
    path: pick(operation, "path", values),
    query: pick(operation, "query", values),
    body: sent,
    about,
  });
  const cases = [
    create("nothing that can be left out", base),
    create("all that there is", { ...all, ...base }),
    ...parameters.flatMap((parameter) =>
      valuesOf(parameter).map((value) =>
        create(`${parameter.name}=${describe(value)}`, { ...base, [parameter.name]: value }, parameter),
      ),
    ),
    ...operation.bodyExamples.map(({ name, value }) =>
      create(`the body of the example ${name}`, base, undefined, value),
    ),
    ...bodiesOf(operation, document).map((value) => create(`the body ${describe(value)}`, base, undefined, value)),
  ];
  return [...new Map(cases.map((each) => [JSON.stringify([each.path, each.query, each.body]), each])).values()];
}

/** The bodies that an operation takes, in all their forms. */
function bodiesOf({ id }: SpecOperation, document: JsonSchemas): unknown[] {
  return `${id}.request` in document.$defs ? variantsOf(document, { $ref: `#/$defs/${id}.request` }) : [];
}

function pick({ parameters }: SpecOperation, location: string, values: Values): Values {
  const names = parameters.filter((parameter) => parameter.in === location).map(({ name }) => name);
  return Object.fromEntries(names.filter((name) => name in values).map((name) => [name, values[name]]));
}

function describe(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 40)}… of ${text.length} characters` : text;
}
