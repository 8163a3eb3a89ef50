import type { StopReason } from "../receipt.ts";
import { createChain } from "./chain.ts";
import type { Seen } from "./seen.ts";
import { type Answer, endOf } from "./source.ts";
import type { Given, Judged, Strategy, WalkContext } from "./strategy.ts";

/** Rounds over the head before a list that never rests is called unknown. */
const mostRounds = 10;
/** Answers that a round may take in any case. */
const fewAnswers = 4;

/** The newest update in an answer: what changes later stands before it in a list by update, the newest first. */
export function toWatermark({ rows }: Answer<unknown>): number {
  return Math.max(...rows.map(({ updatedAt }) => updatedAt));
}

/**
 * Walks the head of a list by update, newest first, down to a watermark: there is everything that moved since. One
 * answer that reaches that far shows it at one moment; several may hide what moved between them, so that the next round
 * goes down to the newest update of this one.
 */
export function* settleHead<Item>(
  context: WalkContext,
  given: Seen,
  from: number,
  last: readonly Given<Item>[],
  stopReason: StopReason,
): Strategy<Item> {
  const { journal } = context;
  let watermark = from;
  let give = last;
  // A round is over what moved during the round before it: where it is no shorter, the list does not come to rest.
  let mostAnswers = Number.POSITIVE_INFINITY;
  for (let round = 0; round < mostRounds; round++) {
    journal.headWalks++;
    const chain = createChain<Item>(context, "forward", given, "round");
    let ask = chain.advance();
    let next = watermark;
    let answers = 0;
    let hasReached = false;
    while (!hasReached) {
      const answer: Judged<Item> = yield { give, ask };
      answers++;
      if (answers === 1) next = toWatermark(answer);
      const joined = chain.join(answer);
      give = joined?.fresh ?? [];
      hasReached =
        joined !== undefined && (isEnd(answer) || answer.rows.some(({ updatedAt }) => updatedAt < watermark));
      if (hasReached && answers === 1) return { give, stopReason, complete: !journal.isInDoubt || "unknown" };
      const most = Math.min(mostAnswers, fewAnswers + given.size / Math.max(1, answer.rows.length - 1));
      if (answers > Math.max(fewAnswers, most)) return { give, stopReason: "restless", complete: "unknown" };
      ask = (joined ? undefined : chain.retreat(answer)) ?? chain.advance();
    }
    mostAnswers = answers - 1;
    watermark = next;
  }
  return { give, stopReason: "restless", complete: "unknown" };
}

/** Whether a list ends with an answer. Where there is a total, an answer that is short of it is no end. */
function isEnd(answer: Answer<unknown>): boolean {
  const { total, rows, isShort } = answer;
  return total === undefined ? isShort || rows.length === 0 : endOf(answer) >= total;
}
