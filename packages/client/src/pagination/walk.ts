import { type PaginationError, paginationError } from "../errors.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { checkMaxItems, checkPageSize, type WalkOptions } from "./options.ts";
import { type Receipt, type StopReason, type Tally, toReceipt } from "./receipt.ts";
import { type Answer, reach, type Source } from "./source.ts";

/** How often running the same answer may come at growing positions before it is called a loop. */
const mostRepeats = 3;
/** Answers in a row that may bring nothing new. Rows that come in push known ones on, but not for ever. */
const mostBarren = 10;

/** An item with its place in the list when it was read. */
export interface Placed<Item> {
  readonly item: Item;
  readonly position: number;
}

/** Steps through a listing, one answer at a time. */
export interface Steps<Item> {
  /**
   * The items of the next answer that were not delivered before, possibly none; `undefined` at the end.
   * After an error the same step can be taken again.
   */
  next(): Promise<readonly Placed<Item>[] | undefined>;
  /** Counts items as delivered. */
  deliver(count: number): void;
  /** Ends the walk before its end. */
  stop(): void;
  receipt(): Receipt;
  /** The cursor that resumes the walk at a position; without one, behind what was read. */
  cursor(position?: number): string;
}

/**
 * The walk: forward from a position, advancing by what arrived and never by what was asked for, because a server may
 * clamp the size. A short page is no end. It ends where the position reaches the total, or where nothing more comes;
 * nothing where the total promises more is an error, not an end. An identifier is delivered once.
 *
 * It cannot see what a list that changes between two requests hides; its receipt says so.
 */
export function createSteps<Item>(source: Source<Item>, options: WalkOptions): Steps<Item> {
  const { target, pagination, listing } = source;
  const pageSize = checkPageSize(target, pagination, options.pageSize);
  let budget = checkMaxItems(target, options.maxItems);
  let position = options.cursor === undefined ? 0 : readCursor(target, options.cursor, listing);
  let end: StopReason | undefined;
  let barren = 0;
  const tally = createTally(position === 0);
  const takeFresh = createSieve(source, position);
  const isLoop = createLoopGuard(source);
  const cursor = (place = position) => writeCursor(place, listing);

  return {
    async next() {
      if (budget === 0) end ??= "maxItems";
      if (end || tally.stopReason) {
        tally.stopReason ??= end;
        return undefined;
      }
      const answer = await source.read(position, pageSize, options.signal);
      tally.requests += answer.requests;
      if (isLoop(answer)) throw failure(`gives the same ${answer.items.length} items at every position`);
      const fresh = advance(answer);
      barren = fresh.length > 0 ? 0 : barren + 1;
      if (barren === mostBarren && !end) throw failure(`gives nothing new at ${mostBarren} positions in a row`);
      tally.duplicates += answer.items.length - fresh.length;
      const affordable = fresh.slice(0, budget);
      if (affordable.length < fresh.length) end = "maxItems";
      budget -= affordable.length;
      return affordable;
    },
    deliver(count) {
      tally.items += count;
    },
    stop() {
      tally.stopReason ??= "return";
    },
    receipt: () => toReceipt(tally),
    cursor,
  };

  /** Moves behind the answer and notices the end; returns what is new in it. */
  function advance(answer: Answer<Item>): Placed<Item>[] {
    const fresh = takeFresh(answer, position);
    const isStuck = reach(answer) <= position;
    position = Math.max(position, reach(answer));
    if (answer.total !== undefined && position >= answer.total) end = "total";
    else if (isStuck) end = "empty";
    return fresh;
  }

  function failure(problem: string): PaginationError {
    return paginationError(target, problem, cursor());
  }
}

function createTally(isFromStart: boolean): Tally {
  return { requests: 0, items: 0, duplicates: 0, startedAt: performance.now(), stopReason: undefined, isFromStart };
}

/**
 * Lets an identifier through once, and nothing from before the walk's origin: a page number can reach back to items
 * that the walk which is resumed delivered. Without an identifier, the place is all there is to tell a repeat by.
 */
function createSieve<Item>(
  source: Source<Item>,
  origin: number,
): (answer: Answer<Item>, position: number) => Placed<Item>[] {
  const seen = new Set<string>();
  return ({ items, window }, position) => {
    const placed = items.map((item, index) => ({ item, position: window.start + index }));
    return placed.filter((candidate) => {
      const id = source.idOf(candidate.item);
      if (id === undefined) return candidate.position >= position;
      const isFresh = candidate.position >= origin && !seen.has(id);
      seen.add(id);
      return isFresh;
    });
  };
}

/** Says of each answer whether it is the same for the third time running: such a server ignores the position. */
function createLoopGuard<Item>(source: Source<Item>): (answer: Answer<Item>) => boolean {
  let last: string | undefined;
  let repeats = 0;
  return ({ items }) => {
    const signature = JSON.stringify(items.map((item) => source.idOf(item) ?? item));
    repeats = items.length > 0 && signature === last ? repeats + 1 : 1;
    last = signature;
    return repeats >= mostRepeats;
  };
}
