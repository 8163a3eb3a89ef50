import type { Call } from "@agent-chats/client";
import type { ListingOperation } from "../export/chat-lists.ts";

/** Requests after which a loop is told to be endless. */
const mostNaiveRequests = 500;

/** What a loop needs to ask. */
export interface NaiveOptions {
  readonly operation: ListingOperation;
  readonly path: Readonly<Record<string, string>>;
  readonly call: Call;
  readonly pageSize: number;
  readonly signal: AbortSignal;
}

/**
 * The loop that one writes in an afternoon: the next page begins where the one before ended by the size that was asked
 * for, until a page is short. It sends through the client, with its retries, so that nothing but the paging differs.
 */
export async function* walkNaively({ operation, path, call, pageSize, signal }: NaiveOptions): AsyncGenerator<unknown> {
  const { style, first, position, size, items } = operation.pagination;
  for (let page = 0; page < mostNaiveRequests; page++) {
    const query = { [position]: first + page * (style === "page" ? 1 : pageSize), [size]: pageSize };
    const parameters =
      operation.parameters.find(({ name }) => name === position)?.type === "string" ? toTexts(query) : query;
    const { data } = await call(operation.method, operation.path, { params: { path, query: parameters }, signal });
    const rows = readPointer(data, items);
    if (!Array.isArray(rows)) throw new Error("The answer holds no list.");
    yield* rows;
    if (rows.length < pageSize) return;
  }
  throw new Error(`It loops: stopped after ${mostNaiveRequests} requests.`);
}

function toTexts(query: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
}

/** The value at a JSON Pointer; undefined where there is none. */
export function readPointer(value: unknown, pointer: string): unknown {
  const steps = pointer.split("/").slice(1);
  return steps.reduce((inner, step) => (inner as Record<string, unknown> | null | undefined)?.[step], value);
}
