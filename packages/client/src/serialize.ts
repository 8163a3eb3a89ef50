import type { Parameter } from "@agent-chats/schema";
import type { RequestParameters } from "./api.ts";
import { type CallTarget, invalidRequest } from "./errors.ts";

/**
 * How an array goes into a query. `vendor`: as the vendor's own client sends it (`name[]=a&name[]=b` where the
 * operation table says brackets). `documented`: as the documentation names it (`name=a&name=b`).
 */
export type ArrayFormat = "vendor" | "documented";

/**
 * The query string of a call, from the operation table, without the `?`.
 * `undefined` and empty arrays are left out; a `Date` becomes an ISO 8601 string in UTC.
 * Throws an `InvalidRequestError` that names the parameter for anything that cannot be said in a query.
 */
export function serializeQuery(target: CallTarget, query: Record<string, unknown>, arrayFormat: ArrayFormat): string {
  return Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => pairs(target, findParameter(target, name, "query"), value, arrayFormat))
    .map(([name, encoded]) => `${encodeURIComponent(name)}=${encoded}`)
    .join("&");
}

/** The body of a call as JSON. Throws an `InvalidRequestError` where it is no JSON. */
export function serializeBody(target: CallTarget, body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch {
    // What was thrown may hold a value of the body.
    throw invalidRequest(target, "body", "cannot be JSON: it holds a BigInt, itself, or an object that refuses");
  }
}

/** The path of a call, from its template. Refuses values that would change the path's structure. */
export function serializePath(target: CallTarget, template: string, values: Record<string, unknown>): string {
  for (const name of Object.keys(values)) findParameter(target, name, "path");
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const text = scalar(target, findParameter(target, name, "path"), values[name]);
    if (text === "" || text === "." || text === "..") {
      throw invalidRequest(
        target,
        name,
        `must not be ${text === "" ? "empty" : `"${text}"`}: it is a part of the path`,
      );
    }
    return encodeURIComponent(text);
  });
}

/**
 * Throws where a required parameter of path or query is absent; TypeScript says so earlier, to those who use it. Headers
 * are the client's to give.
 */
export function requireParameters(target: CallTarget, given: RequestParameters): void {
  const absent = target.operation.parameters.find(
    ({ required, name, in: location }) =>
      required && (location === "path" || location === "query") && given[location]?.[name] === undefined,
  );
  if (absent) throw invalidRequest(target, absent.name, "is required");
}

function findParameter(target: CallTarget, name: string, location: Parameter["in"]): Parameter {
  const known = target.operation.parameters.filter((parameter) => parameter.in === location);
  const parameter = known.find((candidate) => candidate.name === name);
  if (parameter) return parameter;
  const names = known.map((candidate) => candidate.name).join(", ");
  throw invalidRequest(target, name, `is not a ${location} parameter; there ${names ? `are ${names}` : "are none"}`);
}

function pairs(
  target: CallTarget,
  parameter: Parameter,
  value: unknown,
  arrayFormat: ArrayFormat,
): [name: string, encoded: string][] {
  const encode = (item: unknown) => encodeURIComponent(scalar(target, parameter, item));
  if (!parameter.array) return [[parameter.name, encode(value)]];
  if (!Array.isArray(value)) throw invalidRequest(target, parameter.name, "must be an array");
  const texts = value.map(encode);
  if (!parameter.explode) return texts.length > 0 ? [[parameter.name, texts.join(",")]] : [];
  const isBracketed = parameter.arrayFormat === "brackets" && arrayFormat === "vendor";
  return texts.map((text) => [isBracketed ? `${parameter.name}[]` : parameter.name, text]);
}

/** One value as text. What it accepts is what a query can carry; whether the vendor likes it, the vendor says. */
function scalar(target: CallTarget, parameter: Parameter, value: unknown): string {
  if (value instanceof Date && parameter.instant) {
    if (Number.isNaN(value.getTime()))
      throw invalidRequest(target, parameter.name, "is a Date that holds no valid time");
    return value.toISOString();
  }
  if (typeof value === "string" && /\p{Surrogate}/u.test(value)) {
    throw invalidRequest(target, parameter.name, "holds half of a surrogate pair, which no URL can carry");
  }
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  if (typeof value === "number" && Number.isFinite(value) && !parameter.instant) return String(value);
  const expected = parameter.instant ? "an ISO 8601 string or a Date" : `a ${parameter.type}`;
  throw invalidRequest(target, parameter.name, `must be ${expected}, not ${describe(value)}`);
}

/** The kind of a value, never the value: an error must be safe to print. */
function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return "an array";
  return value instanceof Date ? "a Date" : `a value of type ${typeof value}`;
}
