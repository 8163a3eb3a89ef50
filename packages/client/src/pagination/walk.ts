import type { Pagination } from "@agent-chats/schema";
import { isAgentChatsError, paginationError, withCursor } from "../errors.ts";
import type { Receipt, StopReason } from "../receipt.ts";
import { walkBackward } from "./backward.ts";
import { walkWindows } from "./creation-windows.ts";
import { type Mark, readCursor, staleCursor, type WalkKind, writeCursor } from "./cursor.ts";
import { walkForward } from "./forward.ts";
import { checkWalkOptions, type WalkOptions } from "./options.ts";
import { createOrderWatch } from "./order.ts";
import { createReader } from "./reader.ts";
import type { Source } from "./source.ts";
import {
  type Given,
  type Journal,
  type Judged,
  lastOf,
  type Step,
  type Strategy,
  toAnchors,
  type WalkContext,
} from "./strategy.ts";

/** Steps through a listing, one answer at a time. */
export interface Steps<Item> {
  /**
   * What the next answer brought that was not delivered before, possibly nothing; `undefined` at the end.
   * After an error the same step can be taken again.
   */
  next(): Promise<readonly Given<Item>[] | undefined>;
  /** Counts a row as delivered. The cursor then stands behind it. Throws the reason of a signal that is aborted. */
  deliver(given: Given<Item>): void;
  /** Ends the walk before its end, and cancels what is under way. */
  stop(): void;
  /** Whether the walk is known to have nothing more. */
  readonly isLast: boolean;
  /** Whether the cursor stands elsewhere than where the walk began. */
  readonly hasMoved: boolean;
  /** Number of all items as the last answer said it. */
  readonly total: number | undefined;
  readonly receipt: Receipt;
  /** Resumes the walk behind what was delivered. */
  readonly cursor: string;
}

const strategies: { readonly [Kind in WalkKind]: <Item>(context: WalkContext) => Strategy<Item> } = {
  forward: (context) => walkForward(context),
  backward: (context) => walkBackward(context),
  windows: (context) => walkWindows(context),
};

/** Makes the steps of a walk. Sends nothing. Throws an error that names an option that is wrong. */
export function createSteps<Item>(source: Source<Item>, given: WalkOptions): Steps<Item> {
  const { target, pagination, listing } = source;
  const options = checkWalkOptions(target, pagination, given);
  const mark = options.cursor === undefined ? undefined : readCursor(target, options.cursor, listing);
  const journal = createJournal(mark, options.consistency === "exact" ? strongest(pagination) : "forward");
  const order = createOrderWatch();
  const { settle } = options;
  // A page of one item could not overlap with another.
  const pageSize = Math.min(Math.max(2, options.pageSize), pagination.maximumSize ?? Number.POSITIVE_INFINITY);
  // A cursor from before the first item is a walk like any other.
  const context = { pagination, pageSize, settle, order, journal, mark: mark?.anchors.length ? mark : undefined };
  const strategy = strategies[journal.walk]<Item>(context);
  const reader = createReader(source, options.readAhead, options.signal);
  const tally = { pages: 0, rows: 0, given: 0, items: 0, failures: 0 };
  const startedAt = performance.now();
  let [endedAt, stopReason]: [number | undefined, StopReason | undefined] = [undefined, undefined];
  let [budget, isCut, total]: [number, boolean, number | undefined] = [options.maxItems, false, undefined];
  let step = strategy.next();
  /** The error of the step, made when it is thrown: what the step gives is delivered by then. */
  let problem: (() => Error) | undefined;
  let anchors = toAnchors(mark?.anchors ?? []);
  let [place, walkOfPlace] = [mark?.position ?? 0, mark?.walk ?? journal.walk];
  let hasMoved = false;

  return {
    async next() {
      if (stopReason) return undefined;
      options.signal?.throwIfAborted();
      if (isCut || (budget === 0 && !step.done)) return end("maxItems");
      if (step.done) return end(step.value.stopReason);
      if (tally.pages === options.maxPages) return end("maxPages");
      const answer = await attempt(step.value);
      return answer && !stopReason ? judge(answer) : undefined;
    },
    deliver({ row, anchors: passed }) {
      options.signal?.throwIfAborted();
      tally.items++;
      if (!passed) return;
      [anchors, walkOfPlace, hasMoved] = [passed, journal.walk, true];
      place = walkOfPlace === "windows" ? row.createdAt : walkOfPlace === "forward" ? row.place + 1 : row.place;
    },
    stop: () => void end("return"),
    get isLast() {
      return step.done === true && !isCut;
    },
    get hasMoved() {
      return hasMoved;
    },
    get total() {
      return total;
    },
    get receipt() {
      return toReceipt();
    },
    get cursor() {
      return toCursor();
    },
  };

  /** The answer that a step asks for; `undefined` where the walk was left meanwhile. Throws what stands in its way. */
  async function attempt({ ask }: Step<Item>): Promise<Judged<Item> | undefined> {
    if (problem) {
      const error = problem();
      problem = undefined;
      throw error;
    }
    try {
      return await reader.read(ask);
    } catch (error) {
      if (stopReason) return undefined;
      tally.failures++;
      // The reason of the caller's signal may be the error of another walk.
      throw isAgentChatsError(error) && error !== options.signal?.reason ? withCursor(error, toCursor()) : error;
    }
  }

  function judge(answer: Judged<Item>): readonly Given<Item>[] {
    tally.pages++;
    tally.rows += answer.rows.length;
    total = answer.total;
    step = strategy.next(answer);
    const { give } = step.value;
    tally.given += give.length;
    source.tellPage?.(answer, give.length);
    isCut = give.length > budget;
    const affordable = isCut ? give.slice(0, budget) : give;
    budget -= affordable.length;
    problem = step.done ? undefined : toProblem(step.value);
    if (!step.done && !problem) expect(step.value);
    return affordable;
  }

  function toProblem({ isLost, problem }: Step<Item>): (() => Error) | undefined {
    if (isLost) return () => withCursor(staleCursor(target), toCursor());
    return problem === undefined ? undefined : () => paginationError(target, problem, toCursor(), toReceipt());
  }

  /** Starts on the next answers, as far as the caller lets the walk read ahead, and as far as its caps let it go. */
  function expect({ ask, ahead }: Step<Item>): void {
    const pages = Math.min(options.maxPages - tally.pages, Math.ceil(budget / pageSize), reader.capacity);
    if (pages > 0) reader.expect(ask, ahead?.(pages - 1));
  }

  function end(reason: StopReason): undefined {
    stopReason ??= reason;
    endedAt ??= performance.now();
    reader.stop();
  }

  function toReceipt(): Receipt {
    const { walk, gapsRepaired, headWalks } = journal;
    const { pages, items, failures } = tally;
    return {
      walk,
      ...reader.tally,
      pages,
      items,
      duplicates: tally.rows - tally.given,
      gapsRepaired,
      headWalks,
      failures,
      elapsedMs: (endedAt ?? performance.now()) - startedAt,
      order: order.order,
      stopReason,
      complete: step.done && stopReason === step.value.stopReason ? step.value.complete : false,
    };
  }

  function toCursor(): string {
    const { beganAt, isInDoubt, isAdrift } = journal;
    const isStill = order.movement === "none" || (order.order === undefined && mark?.isStill === true);
    const own: Mark = {
      walk: walkOfPlace,
      position: place,
      beganAt,
      isProven: !isInDoubt && !isAdrift,
      isStill,
      anchors: lastOf(anchors),
    };
    return writeCursor(own, listing);
  }
}

function createJournal(mark: Mark | undefined, walk: WalkKind): Journal {
  return {
    walk: mark?.walk ?? walk,
    beganAt: mark?.beganAt ?? Number.NaN,
    first: undefined,
    isOwnClock: false,
    isInDoubt: mark?.isProven === false,
    isAdrift: false,
    gapsRepaired: 0,
    headWalks: 0,
  };
}

/** The strongest walk that an operation allows. */
function strongest({ createdAt, createdRange, total }: Pagination): WalkKind {
  if (createdRange && createdAt !== undefined) return "windows";
  return total ? "backward" : "forward";
}
