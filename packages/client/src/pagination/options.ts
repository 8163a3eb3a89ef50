import type { Pagination } from "@agent-chats/schema";
import type { CallOptions } from "../api-types.ts";
import { type CallTarget, invalidRequest } from "../errors.ts";
import { defaultPageSize } from "./source.ts";

/** How a page is asked for. */
export interface PageOptions extends CallOptions {
  /** Items to ask for at a time. Default: the vendor's documented maximum, or 100 where none is documented. */
  pageSize?: number | undefined;
}

/** How a listing is walked. */
export interface WalkOptions extends PageOptions {
  /** Where to begin: the `cursor` of an earlier walk or page of the same listing. Default: at the first item. */
  cursor?: string | undefined;
  /** Most items to deliver. Default: all. */
  maxItems?: number | undefined;
}

/** The page size to ask for. Throws an `InvalidRequestError` for one that the vendor would refuse. */
export function checkPageSize(target: CallTarget, pagination: Pagination, pageSize: number | undefined): number {
  const size = pageSize ?? defaultPageSize(pagination);
  const maximum = pagination.maximumSize ?? Number.MAX_SAFE_INTEGER;
  if (Number.isSafeInteger(size) && size >= 1 && size <= maximum) return size;
  const range = pagination.maximumSize === undefined ? "from 1" : `from 1 to ${maximum}`;
  throw invalidRequest(target, "pageSize", `must be a whole number ${range}, not ${size}`);
}

/** The cap on items. Throws an `InvalidRequestError` for one that is no count. */
export function checkMaxItems(target: CallTarget, maxItems: number | undefined): number {
  if (maxItems === undefined || maxItems === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  if (Number.isSafeInteger(maxItems) && maxItems >= 0) return maxItems;
  throw invalidRequest(target, "maxItems", `must be a whole number from 0, not ${maxItems}`);
}
