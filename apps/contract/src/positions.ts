import type { Pagination } from "@agent-chats/schema";
import type { Fetch } from "./exchange.ts";
import { valueAt, withValueAt } from "./pointer.ts";
import { examplesOf, type SpecOperation } from "./specs.ts";

/** The named examples that make up a list, in its order. What lies behind them is `empty`. */
export const pageNames = ["first", "middle", "last"] as const;

/** When the list of the examples is read: after the last of its times. */
const readAt = "Tue, 01 Dec 2026 00:00:00 GMT";

/** A part of a list that a request asks for: items `start` to `start + size`, counted from 0. */
export interface Window {
  readonly start: number;
  readonly size: number;
}

/** Where an item of the list stands in the examples. */
interface Place {
  readonly name: string;
  readonly index: number;
  readonly createdAt: number;
}

/** The items of a listing's named example. */
export function itemsOf(operation: SpecOperation, name: string): readonly unknown[] {
  const example = examplesOf(operation, 200).find((candidate) => candidate.name === name);
  const items = valueAt(example?.value, operation.pagination?.items ?? "");
  if (!Array.isArray(items)) throw new Error(`${operation.vendor} ${operation.id} has no example ${name} with items`);
  return items;
}

/** The part of the list that a request asks for. */
export function windowOf(operation: SpecOperation, url: string): Window {
  const { style, position, size, first } = paginationOf(operation);
  const { searchParams } = new URL(url);
  const [at, count] = [Number(searchParams.get(position)) - first, Number(searchParams.get(size))];
  return { start: style === "page" ? at * count : at, size: count };
}

/**
 * Gives Prism, which knows no positions, the list that the named examples make up. A request gets the part of it that it
 * asks for, with the number of all items where the vendor tells it. Each example with an item in that part is asked for
 * by name, so that it goes over the wire and Prism judges request and answer; `empty` is, where none has.
 * Ranges of creation time are the one filter that is heeded: the walk itself sets them.
 */
export function fetchByPosition(send: Fetch, operation: SpecOperation): Fetch {
  const pagination = paginationOf(operation);
  const places = pageNames.flatMap((name) => placesIn(operation, name));
  return async (request) => {
    const isInRange = toRange(pagination, request.url);
    const list = places.filter(({ createdAt }) => isInRange(createdAt));
    const { start, size } = windowOf(operation, request.url);
    const part = list.slice(start, start + size);
    const bodies = new Map<string, unknown>();
    let headers = new Headers();
    for (const name of new Set(part.length > 0 ? part.map((place) => place.name) : ["empty"])) {
      const asked = new Request(request, {
        headers: { ...Object.fromEntries(request.headers), prefer: `example=${name}` },
      });
      const response = await send(asked);
      if (response.status !== 200) return response;
      headers = response.headers;
      bodies.set(name, await response.json());
    }
    const items = part.map(({ name, index }) => valueAt(bodies.get(name), `${pagination.items}/${index}`));
    const [body] = bodies.values();
    return toAnswer(pagination, withValueAt(body, pagination.items, items), headers, list.length);
  };
}

function paginationOf({ id, pagination }: SpecOperation): Pagination {
  if (!pagination) throw new Error(`${id} does not page`);
  return pagination;
}

function placesIn(operation: SpecOperation, name: string): Place[] {
  const toTime = (item: unknown) => Date.parse(String(valueAt(item, operation.pagination?.createdAt ?? "/")));
  return itemsOf(operation, name).map((item, index) => ({ name, index, createdAt: toTime(item) }));
}

/** Whether a creation time is in the range that a request asks for. Inclusive bounds: the vendor documents neither. */
function toRange({ createdRange }: Pagination, url: string): (time: number) => boolean {
  const { searchParams } = new URL(url);
  const boundOf = (name: string | undefined) => Date.parse(searchParams.get(name ?? "") ?? "");
  const [after, before] = [boundOf(createdRange?.after), boundOf(createdRange?.before)];
  return (time) => !(time < after) && !(time > before);
}

/** The answer, with the number of all items where the vendor tells it. */
function toAnswer({ total }: Pagination, body: unknown, given: Headers, count: number): Response {
  const headers = new Headers(given);
  headers.delete("content-length");
  headers.set("date", readAt);
  if (total && "header" in total) headers.set(total.header, String(count));
  return Response.json(total && "body" in total ? withValueAt(body, total.body, count) : body, { headers });
}
