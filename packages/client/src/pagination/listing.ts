import { paginationError } from "../errors.ts";
import type { Receipt } from "../receipt.ts";
import { createIterator, type LeavingIterator } from "./iterator.ts";
import { type PageOptions, toPageWalk, type WalkOptions } from "./options.ts";
import type { Source } from "./source.ts";
import type { Given } from "./strategy.ts";
import { createSteps, type Steps } from "./walk.ts";

/** A number that says how sure it is. */
export type Count =
  /** The vendor says this is the number of all items. */
  | { readonly kind: "exact"; readonly value: number }
  /** At least this many were seen. */
  | { readonly kind: "atLeast"; readonly value: number }
  | { readonly kind: "unknown" };

/** One page of a listing. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins; `undefined` where there is none. Without a total, only an empty page is the last. */
  readonly cursor: string | undefined;
  /** Number of items in the whole listing. */
  readonly total: Count;
}

/** A walk under way: gives items, and tells what it did. Calls of `next()` may overlap; they are served in turn. */
export interface Walk<Item> extends LeavingIterator<Item> {
  /** What the walk did so far. */
  readonly receipt: Receipt;
  /** Resumes behind the last delivered item, here or in another process: pass it as `cursor`. */
  readonly cursor: string;
}

/**
 * A listing: what is listed where, with which filters. Nothing is sent until it is used, and each use starts anew.
 *
 * ```ts
 * for await (const chat of cargo.chats.list()) console.log(chat.name);
 * ```
 */
export interface Listing<Item> extends AsyncIterable<Item> {
  [Symbol.asyncIterator](): Walk<Item>;
  /** Walks the items, with a receipt and a cursor. The same as iterating the listing itself. */
  walk(options?: WalkOptions): Walk<Item>;
  /** Walks the items an answer at a time. No item comes twice. */
  pages(options?: WalkOptions): LeavingIterator<readonly Item[]>;
  /**
   * One page of at most `pageSize` items, from the first or from a cursor, and mostly one request. Neighbouring pages
   * overlap, so that none loses or repeats what shifted in between; by page number one can therefore be smaller. Of the
   * listing's own options it takes `cursor`, `pageSize` and `signal`; the others are for walks.
   */
  page(cursor?: string, options?: PageOptions): Promise<Page<Item>>;
  /** All items, or the first `maxItems`. Keeps them in memory. */
  toArray(options?: WalkOptions): Promise<Item[]>;
  /** The number of items: one request where the vendor gives a total, a walk where it does not. */
  count(options?: PageOptions): Promise<Count>;
}

/** Makes the listing of a source. `defaults` are the options of every use, unless that use names its own. */
export function createListing<Item>(source: Source<Item>, defaults: WalkOptions): Listing<Item> {
  const stepsOf = (options?: WalkOptions) => createSteps(source, { ...defaults, ...options });
  const walk = (options?: WalkOptions) => createWalk(stepsOf(options));
  return {
    walk,
    [Symbol.asyncIterator]: () => walk(),
    pages: (options) => createPages(stepsOf(options)),
    page: (cursor = defaults.cursor, options = {}) => readPage(source, { ...defaults, ...options, cursor }),
    async toArray(options) {
      const items: Item[] = [];
      for await (const item of walk(options)) items.push(item);
      return items;
    },
    async count(options = {}) {
      const exact: WalkOptions = { ...options, consistency: "exact", cursor: undefined, maxItems: undefined };
      if (!source.pagination.total) return countByWalking(walk(exact));
      const one = { ...defaults, pageSize: 1, ...options, cursor: undefined };
      const steps = createSteps(source, toPageWalk(source.target, source.pagination, one));
      await takePage(steps);
      return toCount(steps.total);
    },
  };
}

/** A walk of one page: by the overlap with the page before, neither loses nor repeats what shifted between the two. */
async function readPage<Item>(source: Source<Item>, options: WalkOptions): Promise<Page<Item>> {
  const walk = toPageWalk(source.target, source.pagination, options);
  const steps = createSteps(source, walk);
  const items = (await takePage(steps)) ?? [];
  const [total, isLast] = [toCount(steps.total), steps.isLast || items.length === 0];
  if (isLast || steps.hasMoved) return { items, cursor: isLast ? undefined : steps.cursor, total };
  // Items without identifiers: no page can begin behind them, so there must be none.
  if (items.length < (walk.maxItems ?? 0) && !(await takePage(steps))) return { items, cursor: undefined, total };
  const problem = "has a page of items without identifiers, behind which no other can begin";
  throw paginationError(source.target, problem, steps.cursor, steps.receipt);
}

/** The items of the next answer that has any; `undefined` at the end. */
async function takePage<Item>(steps: Steps<Item>): Promise<Item[] | undefined> {
  let page = await steps.next();
  while (page?.length === 0) page = await steps.next();
  for (const given of page ?? []) steps.deliver(given);
  return page?.map(({ row }) => row.item);
}

function toCount(total: number | undefined): Count {
  return total === undefined ? { kind: "unknown" } : { kind: "exact", value: total };
}

/** Without a total, rows that a walk did not see may exist. */
async function countByWalking(walk: Walk<unknown>): Promise<Count> {
  for await (const _ of walk);
  return { kind: walk.receipt.complete === true ? "exact" : "atLeast", value: walk.receipt.items };
}

function createWalk<Item>(steps: Steps<Item>): Walk<Item> {
  let pending: readonly Given<Item>[] = [];
  let index = 0;
  const take = () => {
    const given = pending[index] as Given<Item>;
    steps.deliver(given);
    index++;
    return { value: given.row.item };
  };
  const fetch = async () => {
    while (index >= pending.length) {
      const next = await steps.next();
      if (!next) return undefined;
      [pending, index] = [next, 0];
    }
    return take();
  };
  const iterator = createIterator<Item>(
    () => (index < pending.length ? take() : fetch()),
    () => steps.stop(),
  );
  return Object.defineProperties(iterator, {
    receipt: { get: () => steps.receipt, enumerable: true },
    cursor: { get: () => steps.cursor, enumerable: true },
  }) as Walk<Item>;
}

function createPages<Item>(steps: Steps<Item>): LeavingIterator<readonly Item[]> {
  return createIterator(
    async () => {
      const value = await takePage(steps);
      return value && { value };
    },
    () => steps.stop(),
  );
}
