import type { Pagination } from "@agent-chats/schema";
import { unexpected } from "../answer.ts";
import type { Call, RequestParameters } from "../api.ts";
import { type CallTarget, paginationError } from "../errors.ts";
import { listingHash, writeCursor } from "./cursor.ts";
import { at } from "./pointer.ts";
import { type Window, windowAt } from "./window.ts";

/** What a read brought. */
export interface Answer<Item> {
  readonly window: Window;
  readonly items: readonly Item[];
  /** Number of all items as the vendor says it, where it does. */
  readonly total: number | undefined;
  /** Requests it took. */
  readonly requests: number;
}

/** One listing of one vendor with its filters: answers for any place in it. */
export interface Source<Item> {
  readonly target: CallTarget;
  readonly pagination: Pagination;
  /** Identifies vendor, operation and filters in a cursor. */
  readonly listing: string;
  /**
   * Asks for the items from `start` on; the window of the answer may begin before it. An answer that does not reach
   * behind `start` means that there is nothing. Throws a `PaginationError` where the vendor's total says otherwise.
   */
  read(start: number, size: number, signal: AbortSignal | undefined): Promise<Answer<Item>>;
  /** Identifier of an item; `undefined` where the vendor left it out. */
  idOf(item: Item): string | undefined;
}

/** Items a page when the caller names no size: the vendor's maximum, or what every vendor seen so far accepts. */
export function defaultPageSize(pagination: Pagination): number {
  return pagination.maximumSize ?? 100;
}

/** Makes the source of a listing from the operation's `x-pagination`. */
export function createSource<Item>(
  call: Call,
  target: CallTarget,
  pagination: Pagination,
  filters: RequestParameters,
): Source<Item> {
  const { operation } = target;
  const listing = listingHash(target, { ...filters.query, ...filters.path });

  async function request(window: Window, signal: AbortSignal | undefined): Promise<Answer<Item>> {
    const paging = { [pagination.position]: window.position, [pagination.size]: window.size };
    const params = { ...filters, query: { ...filters.query, ...paging } };
    const { data, response } = await call(operation.method, operation.path, { params, signal });
    const items = at(data, pagination.items);
    if (!Array.isArray(items)) throw unexpected(target, response, `without a list at ${pagination.items || "its top"}`);
    return { window, items, total: readTotal(pagination, data, response), requests: 1 };
  }

  /** Most items that an answer had: the server is known to give as many. */
  let largest = 0;

  return {
    target,
    pagination,
    listing,
    async read(start, size, signal) {
      // Page numbers count in pages of the size that the server really uses.
      const asked = pagination.style === "page" && largest > 0 ? Math.min(size, largest) : size;
      let answer = await request(windowAt(pagination, start, asked), signal);
      let requests = 1;
      while (pagination.style === "page" && isMisplaced(answer, start, largest)) {
        answer = await request(windowAt(pagination, start, answer.items.length), signal);
        requests++;
      }
      largest = Math.max(largest, answer.items.length);
      if (reach(answer) <= start && answer.total !== undefined && answer.total > start) {
        const problem = `gives nothing at position ${start}, although it counts ${answer.total} items`;
        throw paginationError(target, problem, writeCursor(start, listing));
      }
      return { ...answer, requests };
    },
    idOf(item) {
      const id = at(item, pagination.id);
      return id === undefined || id === null ? undefined : String(id);
    },
  };
}

/** The place behind the last item of an answer. */
export function reach({ window, items }: Answer<unknown>): number {
  return window.start + items.length;
}

/**
 * Whether an answer by page number may hold other items than its window says. A server that clamps the size counts its
 * pages by its own, so a short answer may be from another place; asked again for as many items as came, each time fewer,
 * it settles. It is in its place where the server is known to give as many as were asked for, and on the first page, which
 * begins at the first item whatever its size.
 */
function isMisplaced(answer: Answer<unknown>, start: number, largest: number): boolean {
  const { items, window } = answer;
  if (items.length === 0 || items.length >= window.size) return false;
  return window.start === 0 ? reach(answer) <= start : window.size > largest;
}

/** A total that is no whole number is no total: the walk then ends as it does without one. */
function readTotal({ total }: Pagination, data: unknown, response: Response): number | undefined {
  if (!total) return undefined;
  const value = "body" in total ? at(data, total.body) : (response.headers.get(total.header) ?? undefined);
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
