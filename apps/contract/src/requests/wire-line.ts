import type { SpecOperation } from "../specs.ts";
import type { RequestCase, Values } from "./request-case.ts";

/**
 * Method, path and query of a request, byte for byte as the spec wants them: written here anew, because the client must
 * not be judged by its own.
 */
export function toWireLine(
  operation: SpecOperation,
  { path, query }: Pick<RequestCase, "path" | "query">,
  arrayFormat: "vendor" | "documented" = "vendor",
): string {
  const written = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
  const pairs = pairsOf(operation, query, arrayFormat === "vendor");
  return `${operation.method} ${written}${pairs.length > 0 ? `?${pairs.join("&")}` : ""}`;
}

function pairsOf({ parameters }: SpecOperation, query: Values, hasBrackets: boolean): string[] {
  return Object.entries(query).flatMap(([name, value]) => {
    const parameter = parameters.find((candidate) => candidate.in === "query" && candidate.name === name);
    const key = encodeURIComponent(parameter?.isBracketed && hasBrackets ? `${name}[]` : name);
    const values = Array.isArray(value) ? value : [value];
    if (Array.isArray(value) && parameter?.explode === false) return [`${key}=${values.map(encode).join("%2C")}`];
    return values.map((item) => `${key}=${encode(item)}`);
  });
}

function encode(value: unknown): string {
  return encodeURIComponent(String(value));
}
