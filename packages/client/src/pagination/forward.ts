import type { StopReason } from "../receipt.ts";
import { createChain, type Joined } from "./chain.ts";
import { settleHead, toWatermark } from "./head.ts";
import { createProgress, nothingBehind } from "./progress.ts";
import { createSeen } from "./seen.ts";
import {
  isNewcomer,
  isStill,
  isSurelyNew,
  type Judged,
  leastEvidence,
  noteBeginning,
  type Strategy,
  type WalkContext,
} from "./strategy.ts";

/**
 * Answers in a row that may bring only what was created after the walk began, in a list that grows at its end. By time of
 * creation nothing else can follow; by time of update, it is unlikely.
 */
const mostNew = { created: 3, updated: 12 };
/** Answers in a row that may be short of what the total promises. */
const mostContradictions = 2;

/**
 * The vendor's order, from the first item to the last, on a list that changes between the requests. See docs/walk.md.
 *
 * Forward along a chain of answers that overlap, to the end of the list. Then, where a row that changes moves to the
 * head, over the head once more. `given` holds what was given before; `begun` is an answer from the head that is there.
 */
export function* walkForward<Item>(context: WalkContext, given = createSeen(), begun?: Judged<Item>): Strategy<Item> {
  const { order, journal, mark, settle } = context;
  journal.walk = "forward";
  const chain = createChain<Item>(context, "forward", given);
  const progress = createProgress(context);
  let answer = begun ?? (yield { give: [], ask: chain.advance() });
  const watermark = toWatermark(answer);
  let [answers, fullest, empty, newcomers, contradictions] = [0, 0, 0, 0, 0];
  /** Where an answer was empty, and whether rows were seen to shift between the requests. */
  let [emptyAt, isUnsteady] = [Number.NaN, false];
  let isAgain = false;
  let firstTotal: number | undefined;

  for (;;) {
    answers += answer.requests;
    fullest = Math.max(fullest, answer.rows.length);
    noteBeginning(context, answer);
    const { joined, give, retreat, isLost, toProblem } = progress.add(chain, answer);
    const stopReason = joined && toStopReason(answer, joined);
    const isWhole = answers === 1 && !mark && (stopReason === "total" || answer.rows.length === 0);
    if (stopReason && isWhole) return { give, stopReason, complete: true };
    if (stopReason) return yield* toEnding(give, stopReason);
    const next = isAgain ? chain.again() : chain.advance();
    const ask = joined ? next : (retreat ?? next);
    isAgain = false;
    const ahead = joined && !answer.isShort ? toAhead(answer.total) : undefined;
    const problem = toProblem(() => findNothing(answer));
    answer = yield { give, ask, ahead, isLost, problem };
  }

  /** Why the list ends with this answer, if it does. */
  function toStopReason(answer: Judged<Item>, { fresh, isLatest, hasShifted }: Joined<Item>): StopReason | undefined {
    const { window, isStale, total } = answer;
    firstTotal ??= total;
    isUnsteady ||= (hasShifted && (window.start > 0 || mark !== undefined)) || total !== firstTotal;
    // An older answer cannot say where the list ends now.
    if (!isLatest) return undefined;
    const reason = toReason(answer, fresh);
    if (reason && answer.endsByPlace) journal.isInDoubt = true;
    if (!isStale || order.movement === "none") return reason;
    isAgain = reason !== undefined;
    return undefined;
  }

  function toReason({ rows, total, window, isShort }: Judged<Item>, fresh: Joined<Item>["fresh"]) {
    if (fresh.length > 0) newcomers = fresh.every(({ row }) => isNewcomer(journal, row)) ? newcomers + 1 : 0;
    const isGrowing = order.order?.direction === "ascending" && order.evidence >= leastEvidence;
    if (isGrowing && newcomers >= mostNew[order.order.by]) {
      journal.isInDoubt ||= !fresh.every(({ row }) => isSurelyNew(journal, row));
      return "grown";
    }
    if (total !== undefined) {
      contradictions = chain.position < total && fresh.length === 0 && isShort ? contradictions + 1 : 0;
      if (chain.position < total) return undefined;
      // Where rows shift, or the server ignores the position, only a short answer proves that the list ends with it.
      const isSteady = !isUnsteady || window.start === 0;
      return isShort || isSteady || isNothingBehind(fresh) ? "total" : undefined;
    }
    return rows.length === 0 || (fresh.length === 0 && (isShort || isNothingBehind(fresh))) ? "empty" : undefined;
  }

  /**
   * Whether all that came is known, and an answer behind it was empty before: one item at a time, or a page by number, does
   * not show more. A row may have moved there since.
   */
  function isNothingBehind(fresh: Joined<Item>["fresh"]): boolean {
    const isBlind = fullest === 1 || context.pagination.style === "page";
    if (!isBlind || fresh.length > 0 || !(chain.position >= emptyAt)) return false;
    if (order.movement !== "none" || fullest > 1) journal.isInDoubt = true;
    return true;
  }

  /** The problem of answers that are short of what the total promises, where they come in a row. */
  function findNothing(answer: Judged<Item>): string | undefined {
    const isEmpty = answer.rows.length === 0;
    if (isEmpty) emptyAt = answer.window.start;
    empty = isEmpty ? empty + 1 : 0;
    const isCut = contradictions >= mostContradictions || empty > mostContradictions;
    const problem = isCut ? nothingBehind(answer) : undefined;
    if (problem) contradictions = 0;
    return problem;
  }

  function toAhead(total = Number.POSITIVE_INFINITY) {
    return (count: number) =>
      Array.from({ length: count }, (_, index) => chain.advance(index + 1)).filter(({ position }) => position < total);
  }

  function* toEnding(give: Joined<Item>["fresh"], stopReason: StopReason): Strategy<Item> {
    // A single item, seen before and after an answer that was empty behind it, was all there was at that moment.
    if (stopReason === "empty" && given.size === 1 && emptyAt === 1) return { give, stopReason, complete: true };
    const movement = order.movement;
    const complete = isStill(context) || (movement === "toEnd" && !mark && stopReason !== "grown");
    // A resumed walk cannot tell a row that moved to the head from one that was delivered before it.
    const canSettle = movement === "toHead" && settle && !mark && !Number.isNaN(watermark);
    if (!canSettle) return { give, stopReason, complete: (complete && !journal.isInDoubt) || "unknown" };
    return yield* settleHead(context, given, watermark, give, stopReason);
  }
}
