import type { Pagination } from "@agent-chats/schema";
import type { CallOptions } from "../api-types.ts";
import { type CallTarget, checkSignal, invalidRequest } from "../errors.ts";
import { resumedOverlap } from "./search.ts";
import { defaultPageSize } from "./source.ts";

/** How a page is asked for. */
export interface PageOptions extends CallOptions {
  /** Items to ask for at a time. Default: the vendor's documented maximum, or 100 where none is documented. */
  pageSize?: number | undefined;
}

/** How a listing is walked. */
export interface WalkOptions extends PageOptions {
  /**
   * Where to begin: the `cursor` of an earlier walk or page of the same listing. Default: at the first item.
   * A cursor goes on with the walk that it is from, whatever `consistency` says.
   */
  cursor?: string | undefined;
  /** Most items to deliver. Default: all. */
  maxItems?: number | undefined;
  /** Most answers to look at. Default: as many as it takes. */
  maxPages?: number | undefined;
  /**
   * What matters more. `ordered`, the default, keeps the vendor's order. `exact` takes the strongest walk that the
   * operation allows, whatever the order it delivers in: by windows of creation time, the newest first, where the vendor
   * can be asked for a range; else from the last item to the first, where it gives a total; else as `ordered`.
   */
  consistency?: "ordered" | "exact" | undefined;
  /**
   * Whether to walk the head of the list again where rows that change move to it, so that none is missed that moved
   * while it was ahead. Default: `true`. `false` saves a request or two, and such a list is then never `complete`.
   */
  settle?: boolean | undefined;
  /**
   * Pages to ask for before they are needed: at most so many are under way or in memory beyond the one being delivered.
   * Default: 0; at most 64. After an answer 429 it is halved, and grows again while all goes well.
   */
  readAhead?: number | undefined;
}

/** Options of a walk, complete and checked. */
export interface CheckedOptions {
  readonly pageSize: number;
  readonly cursor: string | undefined;
  readonly maxItems: number;
  readonly maxPages: number;
  readonly consistency: "ordered" | "exact";
  readonly settle: boolean;
  readonly readAhead: number;
  readonly signal: AbortSignal | undefined;
}

/** Completes the options of a walk. Throws an `InvalidRequestError` that names one that is wrong, and what is right. */
export function checkWalkOptions(target: CallTarget, pagination: Pagination, options: WalkOptions): CheckedOptions {
  const { consistency = "ordered", settle = true, cursor, signal } = options;
  checkNames(target, options);
  checkSignal(target, signal);
  if (consistency !== "ordered" && consistency !== "exact") {
    throw invalidRequest(target, "consistency", `must be "ordered" or "exact", not ${JSON.stringify(consistency)}`);
  }
  if (typeof settle !== "boolean") throw invalidRequest(target, "settle", `must be true or false, not ${settle}`);
  return {
    pageSize: checkPageSize(target, pagination, options.pageSize),
    cursor,
    maxItems: checkCount(target, "maxItems", options.maxItems, Number.POSITIVE_INFINITY),
    maxPages: checkCount(target, "maxPages", options.maxPages, Number.POSITIVE_INFINITY),
    readAhead: checkCount(target, "readAhead", options.readAhead, 0, mostReadAhead),
    consistency,
    settle,
    signal,
  };
}

/**
 * The options of a walk that reads one page. Behind a cursor it asks for more than it delivers, because an answer begins
 * with items of the page before.
 */
export function toPageWalk(target: CallTarget, pagination: Pagination, options: WalkOptions): WalkOptions {
  checkNames(target, options);
  const pageSize = checkPageSize(target, pagination, options.pageSize);
  const { signal, cursor } = options;
  const maximum = Math.max(pageSize, defaultPageSize(pagination));
  const size = cursor === undefined ? pageSize : Math.min(pageSize + resumedOverlap, maximum);
  return { signal, cursor, pageSize: size, maxItems: pageSize, settle: false };
}

const names = [
  "pageSize",
  "cursor",
  "maxItems",
  "maxPages",
  "consistency",
  "settle",
  "readAhead",
  "signal",
] as const satisfies readonly (keyof WalkOptions)[];

/** A misspelt option would change nothing, and nobody would know. */
function checkNames(target: CallTarget, options: WalkOptions): void {
  const unknown = Object.keys(options).find((name) => !(names as readonly string[]).includes(name));
  if (unknown === undefined) return;
  throw invalidRequest(target, unknown, `is not an option of a listing; there are ${names.join(", ")}`);
}

/** Pages ahead of which nobody needs more; each is a connection. */
const mostReadAhead = 64;

function checkPageSize(target: CallTarget, pagination: Pagination, pageSize: number | undefined): number {
  const size = pageSize ?? defaultPageSize(pagination);
  const maximum = pagination.maximumSize ?? Number.MAX_SAFE_INTEGER;
  if (Number.isSafeInteger(size) && size >= 1 && size <= maximum) return size;
  const range = pagination.maximumSize === undefined ? "from 1" : `from 1 to ${maximum}`;
  throw invalidRequest(target, "pageSize", `must be a whole number ${range}, not ${size}`);
}

function checkCount(
  target: CallTarget,
  name: string,
  count: number | undefined,
  fallback: number,
  most = Number.POSITIVE_INFINITY,
): number {
  if (count === undefined) return fallback;
  if (count === most || (Number.isSafeInteger(count) && count >= 0 && count <= most)) return count;
  throw invalidRequest(
    target,
    name,
    `must be a whole number from 0${most < Number.POSITIVE_INFINITY ? ` to ${most}` : ""}, not ${count}`,
  );
}
