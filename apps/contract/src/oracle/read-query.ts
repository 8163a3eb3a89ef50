import type { SpecOperation, SpecParameter } from "../specs.ts";
import type { Fault } from "./judgement.ts";

/** A query as its operation reads it. */
interface ReadQuery {
  readonly values: Readonly<Record<string, unknown>>;
  /** What is wrong with the query itself, whatever its values. */
  readonly faults: readonly Fault[];
}

/**
 * Reads a query from its raw text, by the spec and by nothing else: no URL parser forgives anything, and names that the
 * spec does not have are faults. Values that are not written as their type wants stay text, for the schema to refuse.
 */
export function readQuery(operation: SpecOperation, rawQuery: string): ReadQuery {
  const texts = new Map<SpecParameter, string[]>();
  const faults: Fault[] = [];
  for (const pair of rawQuery === "" ? [] : rawQuery.split("&")) {
    const [rawName = "", ...rest] = pair.split("=");
    const [name, text] = [decode(rawName), decode(rest.join("="))];
    if (name === undefined || text === undefined) {
      faults.push({ at: `query ${rawName}`, rule: "encoding", message: "is not well encoded" });
      continue;
    }
    const parameter = find(operation, name);
    if (!parameter) faults.push({ at: `query ${name}`, rule: "unknown", message: "is no parameter of the operation" });
    else texts.set(parameter, [...(texts.get(parameter) ?? []), ...split(parameter, text)]);
  }
  const values = [...texts].map(([parameter, given]) => {
    const { name, schema } = parameter;
    if (schema.type === "array") return [name, given.map((text) => toValue(schema.items, text))] as const;
    if (given.length > 1) faults.push({ at: `query ${name}`, rule: "repeated", message: "takes one value" });
    return [name, toValue(schema, given[0] ?? "")] as const;
  });
  return { values: Object.fromEntries(values), faults };
}

function find({ parameters }: SpecOperation, name: string): SpecParameter | undefined {
  const query = parameters.filter((parameter) => parameter.in === "query");
  return query.find(
    (parameter) => name === parameter.name || (parameter.isBracketed && name === `${parameter.name}[]`),
  );
}

function split({ schema, explode }: SpecParameter, text: string): string[] {
  return schema.type === "array" && !explode ? text.split(",") : [text];
}

/** How JSON writes a value of each type that is no text. */
const forms: Readonly<Record<string, RegExp>> = {
  integer: /^-?(0|[1-9]\d*)$/,
  number: /^-?(0|[1-9]\d*)(\.\d+)?$/,
  boolean: /^(true|false)$/,
};

function toValue(schema: unknown, text: string): unknown {
  const type = (schema as { type?: unknown } | undefined)?.type;
  return typeof type === "string" && forms[type]?.test(text) ? JSON.parse(text) : text;
}

function decode(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
