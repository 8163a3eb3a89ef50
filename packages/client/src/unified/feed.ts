import type { VendorId } from "@agent-chats/schema";
import { PaginationError } from "../errors.ts";
import { createIterator, type LeavingIterator } from "../pagination/iterator.ts";
import type { WalkOptions } from "../pagination/options.ts";
import type { Receipt } from "../receipt.ts";
import { adapterOf } from "./adapters.ts";
import type { UnifiedChat } from "./chat.ts";
import { invalidFilter } from "./check-filter.ts";
import { type FeedMark, readFeedCursor, toPlaceText, writeFeedCursor } from "./feed-cursor.ts";
import { checkOptions, type FeedOptions, type FeedPageOptions } from "./feed-options.ts";
import { type FeedReceipt, type SourceReceipt, toHorizon } from "./feed-receipt.ts";
import { createFeedSource, type FeedSource, type SourceOptions } from "./feed-source.ts";
import { createMerge } from "./merge.ts";
import { stride } from "./trail.ts";

/** A feed under way: gives chats, and tells what it knows. */
export interface FeedWalk<V extends VendorId = VendorId> extends LeavingIterator<UnifiedChat<V>> {
  /** What the feed did so far. */
  readonly receipt: FeedReceipt;
  /** Resumes behind the last chat that was given. What was read but not given is read again. */
  readonly cursor: string;
  /** Chats that were read and are not given yet, the newest first: those newer than the horizon are in their final order. */
  readonly waiting: readonly UnifiedChat<V>[];
  /** Lets lists that failed be read on now, instead of when the others have nothing more. What they then give may be late. */
  retry(): void;
}

/** One page of a feed. */
export interface FeedPage<V extends VendorId = VendorId> {
  readonly items: readonly UnifiedChat<V>[];
  /** Where the next page begins; `undefined` where every list is at its end. Lists that failed are then asked again. */
  readonly cursor: string | undefined;
  /** The lists that failed. Their chats are missing from this page, and come late once they can be read. */
  readonly failures: readonly SourceReceipt[];
  readonly receipt: FeedReceipt;
}

/**
 * The chats of all vendors, the newest first. Nothing is sent until it is used, and each use starts anew.
 *
 * A vendor that fails does not end it: the others go on, and only when they have nothing more is its error thrown. The next
 * `next()` asks it again.
 */
export interface Feed<V extends VendorId = VendorId> extends AsyncIterable<UnifiedChat<V>> {
  [Symbol.asyncIterator](): FeedWalk<V>;
  /** Walks the chats, with a receipt and a cursor. The same as iterating the feed itself. */
  walk(options?: Omit<FeedOptions, "by" | "send">): FeedWalk<V>;
  /**
   * One page, from the newest chat or from a cursor. Where lists fail, the page has what the others have, and says so.
   *
   * @throws the error of the first list where every one that is not at its end failed, and there is nothing to show.
   */
  page(cursor?: string, options?: FeedPageOptions): Promise<FeedPage<V>>;
}

/** A list of a feed, before it is read. */
interface FeedList extends Pick<SourceOptions, "vendor" | "name" | "agent"> {
  /** Tells it apart from every other. */
  readonly key: string;
  readonly walk: (options: WalkOptions) => ReturnType<SourceOptions["walk"]>;
}

/** What a feed is made of. */
export interface FeedParts extends Pick<FeedReceipt, "leftOut"> {
  readonly lists: readonly FeedList[];
  readonly matches: SourceOptions["matches"];
  /** Identifies lists, filter and order in a cursor. */
  readonly feed: string;
}

export function createFeed<V extends VendorId>(parts: FeedParts, defaults: FeedOptions): Feed<V> {
  const walk: Feed<V>["walk"] = (options = {}) => {
    checkOptions("walk", options);
    return createFeedWalk<V>(start(parts, { ...defaults, ...options }));
  };
  return {
    walk,
    [Symbol.asyncIterator]: () => walk(),
    page: (cursor = defaults.cursor, options = {}) => readFeedPage<V>(parts, { ...defaults, cursor }, options),
  };
}

/** A size that every vendor accepts. */
const largest = 100;

const begin: FeedMark = { earliest: Number.POSITIVE_INFINITY, marks: [] };

function start({ lists, matches, feed, leftOut }: FeedParts, options: FeedOptions) {
  const { by = "created", unordered = "wait", cursor, signal, send: _, ...walkOptions } = options;
  const { earliest, marks } = cursor === undefined ? begin : readFeedCursor(cursor, feed, lists.length);
  // In a cursor the lists stand by their keys, in whatever order they are read.
  const keys = lists.map(({ key }) => key);
  const sorted = keys.toSorted();
  const sources = lists.map(({ vendor, name, agent, key, walk }) =>
    createFeedSource({
      ...{ vendor, name, agent, by, matches, signal, mark: marks[sorted.indexOf(key)] },
      walk: (place) => walk({ ...walkOptions, signal, cursor: place }),
    }),
  );
  const merge = createMerge(sources, unordered !== "asItComes", earliest);
  return {
    sources,
    merge,
    /** What was read already is not given either, once the caller has aborted. */
    next() {
      signal?.throwIfAborted();
      return merge.next();
    },
    get receipt(): FeedReceipt {
      const receipts = sources.map(({ receipt }) => receipt);
      const items = receipts.reduce((sum, { given }) => sum + given, 0);
      return { by, items, sources: receipts, leftOut, horizon: toHorizon(merge.bound), complete: isComplete(sources) };
    },
    get cursor() {
      const marks = sorted.map((key) => (sources[keys.indexOf(key)] as FeedSource).mark);
      return writeFeedCursor(feed, { earliest: merge.earliest, marks });
    },
  };
}

type Started = ReturnType<typeof start>;

function createFeedWalk<V extends VendorId>(started: Started): FeedWalk<V> {
  const { sources, merge } = started;
  let [hasThrown, isLeft] = [false, false];
  const retry = () => {
    for (const source of sources) source.retry();
  };
  const serve = (chat: UnifiedChat | undefined) => {
    if (chat) return { value: chat as UnifiedChat<V> };
    const failed = isLeft ? undefined : sources.find(({ failure }) => failure)?.failure;
    hasThrown = failed !== undefined;
    if (failed) throw failed.error;
    return undefined;
  };
  const iterator = createIterator<UnifiedChat<V>>(
    () => {
      // Not before: until then the receipt says which lists failed, and why.
      if (hasThrown) retry();
      hasThrown = false;
      const next = started.next();
      return next instanceof Promise ? next.then(serve) : serve(next);
    },
    () => {
      isLeft = true;
      merge.stop();
    },
  );
  return Object.defineProperties(Object.assign(iterator, { retry }), {
    receipt: { get: () => started.receipt, enumerable: true },
    cursor: { get: () => started.cursor, enumerable: true },
    waiting: { get: () => merge.waiting, enumerable: true },
  }) as unknown as FeedWalk<V>;
}

async function readFeedPage<V extends VendorId>(parts: FeedParts, defaults: FeedOptions, options: FeedPageOptions) {
  checkOptions("page", options);
  const { size = 50, signal = defaults.signal } = options;
  if (!Number.isSafeInteger(size) || size < 1)
    throw invalidFilter("size", `must be a whole number from 1, not ${size}`);
  // As many are read again at the most, of lists that are in order.
  const started = start(parts, { pageSize: Math.min(size + stride, largest), ...defaults, signal });
  const { sources, merge } = started;
  const asked = sources.map(({ mark }) => toPlaceText(mark));
  const items: UnifiedChat<V>[] = [];
  while (items.length < size) {
    const chat = await started.next();
    if (!chat) break;
    items.push(chat as UnifiedChat<V>);
  }
  const { receipt, cursor } = started;
  merge.stop();
  const failures = receipt.sources.filter(({ status }) => status === "failed");
  const isAnyRead = receipt.sources.some(({ status, walk }) => status !== "failed" && walk);
  if (failures.length > 0 && items.length === 0 && !isAnyRead) throw failures[0]?.error;
  const isStuck = ({ mark, receipt }: FeedSource, index: number) =>
    receipt.given > 0 && toPlaceText(mark) === asked[index];
  const stuck = defaults.cursor === undefined ? undefined : sources.find(isStuck);
  if (stuck) throw stuckError(stuck.receipt, cursor);
  const isAtEnd = receipt.sources.every(({ status, waiting }) => status === "exhausted" && waiting === 0);
  return { items, cursor: isAtEnd ? undefined : cursor, failures, receipt };
}

/** Pages from such a cursor would give the same chats for ever. */
function stuckError({ vendor, walk }: SourceReceipt, cursor: string): PaginationError {
  const { title } = adapterOf(vendor);
  const problem = `no page can go on behind chats without identifiers: read them by a walk, or leave ${title} out`;
  return new PaginationError(`${title}: ${problem}.`, { vendor }, cursor, walk as Receipt);
}

function isComplete(sources: readonly FeedSource[]): FeedReceipt["complete"] {
  const ends = sources.map(({ mark }) => mark.end);
  if (ends.some((end) => end === undefined || end === false)) return false;
  return ends.every((end) => end === true) || "unknown";
}
