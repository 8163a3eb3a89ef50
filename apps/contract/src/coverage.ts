import type { Exchange } from "./exchange.ts";
import { operationOf } from "./match.ts";
import { readPrefer } from "./prefer.ts";
import type { Spec } from "./specs.ts";

/** What a run did for one spec. */
export interface Run {
  readonly spec: Spec;
  /** Operations that have a case. */
  readonly cases: readonly string[];
  /** Requests that asked Prism for an example of a status, and their answers. */
  readonly exchanges: readonly Pick<Exchange, "method" | "url" | "headers" | "status">[];
}

/**
 * What a spec declares and a run left out: operations without a case, statuses and named examples that were never asked
 * for. An answer with another status than the one asked for does not count: Prism gives 200 for an example that the
 * status does not have. A status without a named example cannot be asked for, so it is named until it has one.
 */
export function missingIn({ spec, cases, exchanges }: Run): string[] {
  const asked = new Set(exchanges.flatMap((exchange) => asks(spec, exchange)));
  return spec.operations.flatMap(({ id, answers }) => [
    ...(cases.includes(id) ? [] : [`${spec.vendor} ${id} has no case`]),
    ...answers
      .flatMap(({ status, examples }) => [`${id} ${status}`, ...examples.map(({ name }) => `${id} ${status} ${name}`)])
      .filter((wanted) => !asked.has(wanted))
      .map((wanted) => `${spec.vendor} ${wanted} was never asked for`),
  ]);
}

function asks(spec: Spec, { method, url, headers, status }: Run["exchanges"][number]): string[] {
  const operation = operationOf(spec, { method, url });
  const prefer = readPrefer(headers.prefer ?? "");
  if (!operation || headers.prefer === undefined || prefer.status !== status) return [];
  return [`${operation.id} ${status}`, `${operation.id} ${status} ${prefer.example}`];
}
