import type { Exchange } from "./exchange.ts";
import type { Spec, SpecOperation } from "./specs.ts";

/** The operation of a spec that a request is one of, by method and path; `undefined` where it is none. */
export function operationOf(spec: Spec, { method, url }: Pick<Exchange, "method" | "url">): SpecOperation | undefined {
  const path = new URL(url).pathname;
  return spec.operations.find((operation) => operation.method === method && toPattern(operation.path).test(path));
}

/** The value that a path has in the place of each parameter of its template. */
export function pathValues(operation: SpecOperation, path: string): Record<string, string> {
  return toPattern(operation.path).exec(path)?.groups ?? {};
}

const patterns = new Map<string, RegExp>();

/** Parameter names are words in our specs, so each can name a group. */
function toPattern(template: string): RegExp {
  const pattern = patterns.get(template) ?? new RegExp(`^${template.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
  patterns.set(template, pattern);
  return pattern;
}
