import type { Fetch } from "./exchange.ts";
import { isNode, valueAt } from "./pointer.ts";
import { examplesOf, type SpecOperation } from "./specs.ts";

/** The named examples that make up a list, in its order. What lies behind them is `empty`. */
export const pageNames = ["first", "middle", "last"] as const;

/** The items of a listing's named example. */
export function itemsOf(operation: SpecOperation, name: string): readonly unknown[] {
  const example = examplesOf(operation, 200).find((candidate) => candidate.name === name);
  const items = valueAt(example?.value, operation.pagination?.items ?? "");
  if (!Array.isArray(items)) throw new Error(`${operation.vendor} ${operation.id} has no example ${name} with items`);
  return items;
}

/**
 * Gives Prism, which knows no positions, the list that the named examples make up: a request for the position where an
 * example begins asks for that example by name. A position within an example is an error: Prism cannot cut an example.
 */
export function fetchByPosition(send: Fetch, operation: SpecOperation): Fetch {
  const starts = new Map<number, string>();
  let end = 0;
  for (const name of pageNames) {
    starts.set(end, name);
    end += itemsOf(operation, name).length;
  }
  starts.set(end, "empty");
  return (request) => {
    const start = startOf(operation, new URL(request.url));
    const name = starts.get(start);
    if (name === undefined) throw new Error(`No example of ${operation.id} begins at item ${start}: ${request.url}`);
    request.headers.set("prefer", `example=${name}`);
    return send(request);
  };
}

/** Where the items that a request asks for begin, counted from 0. */
function startOf({ id, pagination }: SpecOperation, { searchParams }: URL): number {
  if (!isNode(pagination)) throw new Error(`${id} does not page`);
  const position = Number(searchParams.get(pagination.position)) - pagination.first;
  return pagination.style === "page" ? position * Number(searchParams.get(pagination.size)) : position;
}
