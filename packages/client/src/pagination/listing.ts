import { readCursor, writeCursor } from "./cursor.ts";
import { checkPageSize, type PageOptions, type WalkOptions } from "./options.ts";
import type { Receipt } from "./receipt.ts";
import type { Source } from "./source.ts";
import { createSteps, type Placed, type Steps } from "./walk.ts";

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
export interface Walk<Item> extends AsyncIterableIterator<Item, undefined> {
  next(): Promise<IteratorResult<Item, undefined>>;
  return(): Promise<IteratorResult<Item, undefined>>;
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
export interface Listing<Item> extends AsyncIterable<Item, undefined> {
  /** Walks the items, with a receipt and a cursor. The same as iterating the listing itself. */
  walk(options?: WalkOptions): Walk<Item>;
  /** Walks the items an answer at a time. No item comes twice. */
  pages(options?: WalkOptions): AsyncIterableIterator<readonly Item[], undefined>;
  /** One page, from the first item or from a cursor. One request; more where a server clamps its pages by number. */
  page(cursor?: string, options?: PageOptions): Promise<Page<Item>>;
  /** All items, or the first `maxItems`. Keeps them in memory. */
  toArray(options?: WalkOptions): Promise<Item[]>;
  /** The number of items: one request where the vendor gives a total, a walk where it does not. */
  count(options?: PageOptions): Promise<Count>;
}

/** Makes the listing of a source. `defaults` are the options of every use, unless that use names its own. */
export function createListing<Item>(source: Source<Item>, defaults: WalkOptions): Listing<Item> {
  const walk = (options?: WalkOptions) => createWalk(createSteps(source, { ...defaults, ...options }));
  return {
    walk,
    [Symbol.asyncIterator]: () => walk(),
    pages: (options) => createPages(createSteps(source, { ...defaults, ...options })),
    page: (cursor = defaults.cursor, options = {}) => readPage(source, cursor, { ...defaults, ...options }),
    async toArray(options) {
      const items: Item[] = [];
      for await (const item of walk(options)) items.push(item);
      return items;
    },
    async count(options = {}) {
      if (!source.pagination.total) return countByWalking(walk(options));
      return (await readPage(source, undefined, { ...defaults, pageSize: 1, ...options })).total;
    },
  };
}

async function readPage<Item>(
  source: Source<Item>,
  cursor: string | undefined,
  options: PageOptions,
): Promise<Page<Item>> {
  const { target, pagination, listing } = source;
  const start = cursor === undefined ? 0 : readCursor(target, cursor, listing);
  const answer = await source.read(start, checkPageSize(target, pagination, options.pageSize), options.signal);
  // Page numbers cannot begin anywhere: what lies before the start belongs to the page before.
  const items = answer.items.slice(start - answer.window.start);
  const end = start + items.length;
  const isLast = items.length === 0 || (answer.total !== undefined && end >= answer.total);
  return { items, cursor: isLast ? undefined : writeCursor(end, listing), total: toCount(answer.total) };
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
  let pending: readonly Placed<Item>[] = [];
  let index = 0;
  const origin = steps.cursor();
  let delivered: Placed<Item> | undefined;

  return createIterator<Item, Walk<Item>>(
    async () => {
      while (index >= pending.length) {
        const next = await steps.next();
        if (!next) return undefined;
        [pending, index] = [next, 0];
      }
      delivered = pending[index++] as Placed<Item>;
      steps.deliver(1);
      return { value: delivered.item };
    },
    () => steps.stop(),
    {
      get receipt() {
        return steps.receipt();
      },
      get cursor() {
        return delivered ? steps.cursor(delivered.position + 1) : origin;
      },
    },
  );
}

function createPages<Item>(steps: Steps<Item>): AsyncIterableIterator<readonly Item[], undefined> {
  return createIterator(
    async () => {
      let page = await steps.next();
      while (page?.length === 0) page = await steps.next();
      steps.deliver(page?.length ?? 0);
      return page && { value: page.map(({ item }) => item) };
    },
    () => steps.stop(),
    {},
  );
}

/** An async iterator that serves overlapping calls in turn, and that can go on after an error. */
function createIterator<Value, Result extends AsyncIterableIterator<Value, undefined>>(
  take: () => Promise<{ value: Value } | undefined>,
  stop: () => void,
  extra: object,
): Result {
  let turn: Promise<unknown> = Promise.resolve();
  let isDone = false;
  const iterator = {
    next() {
      const result = turn.then(async () => {
        const taken = isDone ? undefined : await take();
        isDone ||= !taken;
        return taken ? { value: taken.value, done: false } : { value: undefined, done: true };
      });
      turn = result.catch(() => {});
      return result;
    },
    async return() {
      isDone = true;
      stop();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return Object.defineProperties(iterator, Object.getOwnPropertyDescriptors(extra)) as unknown as Result;
}
