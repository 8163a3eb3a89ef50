import type { Pagination } from "@agent-chats/schema";
import { unexpected } from "../answer.ts";
import type { Call, RequestParameters } from "../api.ts";
import { type CallTarget, invalidRequest } from "../errors.ts";
import { listingHash } from "./cursor.ts";
import { instantOf } from "./instant.ts";
import { at } from "./pointer.ts";
import { createRowReader, type Row } from "./row.ts";
import { type Ask, type CreatedRange, fixedWindowFor, type Window, windowFor } from "./window.ts";

/** What a read brought. */
export interface Answer<Item> {
  readonly window: Window;
  readonly rows: readonly Row<Item>[];
  /** Number of all items as the vendor says it, where it does. */
  readonly total: number | undefined;
  /** The vendor's clock in milliseconds since 1970, cut to the second; `NaN` where it is not told. */
  readonly serverTime: number;
  /** Requests it took. */
  readonly requests: number;
  /** Whether it has fewer items than were asked for, and than the server is known to give. */
  readonly isShort: boolean;
  /** Whether it is short for the one reason that a page behind it, which could not overlap with it, was empty later. */
  readonly endsByPlace?: boolean | undefined;
}

/** One listing of one vendor with its filters: answers for any place in it. */
export interface Source<Item> {
  readonly target: CallTarget;
  readonly pagination: Pagination;
  /** Identifies vendor, operation and filters in a cursor. */
  readonly listing: string;
  /** Tells the observer of a page that a walk has looked at; `undefined` where nobody listens. */
  readonly tellPage?: TellPage | undefined;
  /** Asks for a part of the list. The window of the answer says where it really begins. */
  read(ask: Ask, signal: AbortSignal | undefined, hears?: Hears): Promise<Answer<Item>>;
}

/** Tells of a page: the answer, and how many of its items are given to the consumer. */
export type TellPage = (answer: Answer<unknown>, given: number) => void;

/** Hears of what a read sends and gets. */
export interface Hears {
  onRequest?(): void;
  onRetry?(status: number | undefined): void;
  onBytes?(bytes: number): void;
}

/** Requests for one place; each narrows down the size that the server uses. */
const mostRequests = 8;

/** Items a page when the caller names no size: the vendor's maximum, or what every vendor seen so far accepts. */
export function defaultPageSize(pagination: Pagination): number {
  return pagination.maximumSize ?? 100;
}

/** Makes the source of a listing from the operation's `x-pagination`. What the caller does with the filters later changes nothing. */
export function createSource<Item>(
  call: Call,
  target: CallTarget,
  described: Pagination,
  given: RequestParameters,
  tellPage?: TellPage,
): Source<Item> {
  const { operation } = target;
  const filters = { path: copyOf(given.path), query: copyOf(given.query) };
  const pagination = withReadableRange(described, filters.query);
  const own = [pagination.position, pagination.size].find((name) => filters.query[name] !== undefined);
  if (own !== undefined) throw invalidRequest(target, own, "is for the walk to say: use pageSize and cursor");
  const toRow = createRowReader<Item>(pagination);
  /** Most items that an answer had: the server is known to give as many. */
  let fullest = 0;
  /** Whether the server was never seen to give less than a larger size than the caller's. */
  let mayExtend = true;
  /** The size of every page, of a server by page number that was seen to ignore what it is asked for. */
  let fixedSize: number | undefined;

  async function request(
    window: Window,
    range: CreatedRange | undefined,
    signal: AbortSignal | undefined,
    hears: Hears,
  ) {
    const paging = { [pagination.position]: window.position, [pagination.size]: window.size };
    const params = { ...filters, query: { ...filters.query, ...toQuery(range), ...paging } };
    hears.onRequest?.();
    const init = { params, signal, onRetry: hears.onRetry };
    const { data, response, attempts, bytes } = await call(operation.method, operation.path, init);
    hears.onBytes?.(bytes);
    const items = at(data, pagination.items);
    if (!Array.isArray(items)) {
      throw unexpected(target, response, `without a list at ${pagination.items || "its top"}`, attempts);
    }
    return {
      window,
      rows: items.map((item: Item, index) => toRow(item, window.start + index)),
      total: readTotal(pagination, data, response),
      serverTime: Date.parse(response.headers.get("date") ?? ""),
    };
  }

  /** The bounds that a range sets; where the caller's own filter is narrower, that stands. */
  function toQuery({ after, before }: CreatedRange = {}): Record<string, string> {
    const names = pagination.createdRange;
    if (!names) return {};
    const isNarrower = (name: string, isInside: (own: number) => boolean) => !isInside(instantOf(filters.query[name]));
    return {
      ...(after !== undefined && isNarrower(names.after, (own) => own >= after) && { [names.after]: toText(after) }),
      ...(before !== undefined &&
        isNarrower(names.before, (own) => own <= before) && { [names.before]: toText(before) }),
    };
  }

  return {
    target,
    pagination,
    tellPage,
    listing: listingHash(target, { ...filters.query, ...filters.path }),
    async read(ask, signal, hears = {}) {
      const isByPage = pagination.style === "page";
      // Page numbers count in pages of the size that the server really uses.
      let size = isByPage && fullest > 0 && !mayExtend ? Math.min(ask.size, fullest) : ask.size;
      const readOnce = () => {
        const isFixed = isByPage && fixedSize !== undefined;
        const window = isFixed
          ? fixedWindowFor(pagination, ask, fixedSize as number)
          : windowFor(pagination, ask, size, mayExtend);
        return request(window, ask.range, signal, hears);
      };
      let answer = await readOnce();
      let requests = 1;
      // Nothing where the total promises something: a server that ignores the size counts its pages by its own.
      if (
        isByPage &&
        answer.rows.length === 0 &&
        answer.window.start < (answer.total ?? 0) &&
        fixedSize === undefined &&
        fullest === 0
      ) {
        const { size } = answer.window;
        const head = await request({ start: 0, size, position: pagination.first }, ask.range, signal, hears);
        requests++;
        if (head.rows.length > size) {
          fixedSize = head.rows.length;
          answer = await readOnce();
          requests++;
        }
      }
      const isShortOfPlace = () => answer.window.size > size && endOf(answer) <= Math.min(ask.from, ask.position);
      while (isByPage && requests < mostRequests && (isMisplaced(answer, fullest) || isShortOfPlace())) {
        if (answer.rows.length > answer.window.size) fixedSize = answer.rows.length;
        else if (answer.window.size > size) mayExtend = false;
        else size = answer.rows.length;
        answer = await readOnce();
        requests++;
      }
      // As many as ever, and nothing behind the place: the page is clamped, or the list ends. A smaller one reaches further.
      const isBarren = () =>
        answer.total === undefined &&
        ask.direction === "forward" &&
        answer.rows.length > 0 &&
        answer.rows.length >= fullest &&
        answer.rows.length < answer.window.size &&
        endOf(answer) <= ask.position;
      let endsByPlace = false;
      if (isByPage && fixedSize === undefined && isBarren()) {
        mayExtend = false;
        size = Math.min(size, answer.rows.length);
        const further = await readOnce();
        requests++;
        endsByPlace = further.rows.length === 0;
        if (!endsByPlace) answer = further;
      }
      if (isByPage && answer.rows.length > answer.window.size) fixedSize = answer.rows.length;
      if (isByPage && answer.window.size < fullest && isShortWithin(answer)) {
        // Too little within the list: it may be another page, counted in larger ones than were asked for.
        fixedSize = fullest;
        const other = await readOnce();
        requests++;
        if (isShortWithin(other)) fixedSize = undefined;
        else answer = other;
      }
      const count = answer.rows.length;
      if (count < answer.window.size && endOf(answer) < (answer.total ?? 0)) mayExtend = false;
      fullest = Math.max(fullest, count);
      // A total of less than there is, is none.
      const total = count > 0 && endOf(answer) > (answer.total ?? 0) ? undefined : answer.total;
      const isShort = endsByPlace || count < Math.min(answer.window.size, Math.max(1, fullest));
      return { ...answer, total, requests, isShort, endsByPlace };
    },
  };
}

/** The place behind the last item of an answer. */
export function endOf({ window, rows }: Pick<Answer<unknown>, "window" | "rows">): number {
  return window.start + rows.length;
}

/**
 * Whether an answer by page number may hold other items than its window says. A server that clamps the size counts its
 * pages by its own, so a short answer may be from another place; asked again for as many items as came, each time fewer,
 * it settles. It is in its place where the server is known to give as many as were asked for, on the first page, which
 * begins at the first item whatever its size, and where it has fewer than the server gives and ends with the last item:
 * only pages of this size do. More than was asked for is from a server that ignores the size.
 */
function isMisplaced({ rows, window, total }: Omit<Answer<unknown>, "requests" | "isShort">, fullest: number): boolean {
  if (window.start === 0 || rows.length === 0 || rows.length === window.size) return false;
  if (rows.length > window.size) return true;
  if (window.size <= fullest) return false;
  return rows.length >= fullest || endOf({ rows, window }) !== total;
}

/** Whether an answer has less than was asked for, where the total promises more. */
function isShortWithin({ rows, window, total }: Omit<Answer<unknown>, "requests" | "isShort">): boolean {
  return rows.length < window.size && total !== undefined && endOf({ rows, window }) < total;
}

/** A total that is no whole number is no total: the walk then ends as it does without one. */
function readTotal({ total }: Pagination, data: unknown, response: Response): number | undefined {
  if (!total) return undefined;
  const value = "body" in total ? at(data, total.body) : response.headers.get(total.header);
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** Parameters as they are now, lists and dates too. */
function copyOf(values: Record<string, unknown> | undefined): Record<string, unknown> {
  const copy = (value: unknown) => (value instanceof Date ? new Date(value) : value);
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [name, Array.isArray(value) ? value.map(copy) : copy(value)]),
  );
}

/** Without the range where the caller's own bound is no moment that can be compared with: a window would drop it. */
function withReadableRange({ createdRange, ...rest }: Pagination, query: Record<string, unknown>): Pagination {
  const bounds = Object.values(createdRange ?? {}).map((name) => query[name]);
  const isReadable = bounds.every((bound) => bound === undefined || !Number.isNaN(instantOf(bound)));
  return createdRange && isReadable ? { ...rest, createdRange } : rest;
}

function toText(time: number): string {
  return new Date(time).toISOString();
}
