import type { Operation, Parameter } from "@agent-chats/schema";
import { Problem } from "./problem.ts";

/** Reads the query parameters of an operation from the raw query, in their types. Unknown ones are ignored. */
export function parseQuery(operation: Operation, rawQuery: string): Record<string, unknown> {
  const texts = new Map<Parameter, string[]>();
  for (const piece of rawQuery.split("&")) {
    const [rawName = "", ...rawValue] = piece.split("=");
    const parameter = findQueryParameter(operation, rawName);
    if (!parameter) continue;
    const text = decode(parameter.name, rawValue.join("="));
    const values = parameter.array && !parameter.explode ? text.split(",") : [text];
    texts.set(parameter, [...(texts.get(parameter) ?? []), ...values]);
  }
  return Object.fromEntries([...texts].map(([parameter, values]) => [parameter.name, toValue(parameter, values)]));
}

/** The path parameters, in their types, from the segments that the router found. */
export function parsePath(operation: Operation, segments: Readonly<Record<string, string>>): Record<string, string> {
  const known = operation.parameters.filter((parameter) => parameter.in === "path");
  return Object.fromEntries(known.map(({ name }) => [name, decode(name, segments[name] ?? "", false)]));
}

function findQueryParameter(operation: Operation, rawName: string): Parameter | undefined {
  const name = decodeOr(rawName, rawName);
  return operation.parameters.find(
    (parameter) =>
      parameter.in === "query" &&
      (name === parameter.name || (parameter.arrayFormat === "brackets" && name === `${parameter.name}[]`)),
  );
}

function toValue(parameter: Parameter, texts: readonly string[]): unknown {
  const values = texts.map((text) => toScalar(parameter, text));
  if (parameter.array) return values;
  if (values.length > 1) throw new Problem(400, `${parameter.name} is given ${values.length} times`);
  return values[0];
}

/** How the text of each type is written, and what it means. */
const types = {
  string: { form: /^/, read: String, name: "a string" },
  integer: { form: /^-?(0|[1-9][0-9]*)$/, read: Number, name: "a whole number" },
  number: { form: /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/, read: Number, name: "a number" },
  boolean: { form: /^(true|false)$/, read: (text: string) => text === "true", name: "true or false" },
} satisfies { [Type in Parameter["type"]]: { form: RegExp; read(text: string): unknown; name: string } };

function toScalar(parameter: Parameter, text: string): unknown {
  const { form, read, name } = types[parameter.type];
  if (form.test(text)) return read(text);
  throw new Problem(400, `${parameter.name} must be ${name}`);
}

function decode(name: string, raw: string, isQuery = true): string {
  const text = decodeOr(raw, undefined, isQuery);
  if (text === undefined) throw new Problem(400, `${name} is not well encoded`);
  return text;
}

function decodeOr<Fallback>(raw: string, fallback: Fallback, isQuery = true): string | Fallback {
  try {
    return decodeURIComponent(isQuery ? raw.replaceAll("+", " ") : raw);
  } catch {
    return fallback;
  }
}
