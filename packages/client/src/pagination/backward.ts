import { createChain } from "./chain.ts";
import { walkForward } from "./forward.ts";
import { settleHead, toWatermark } from "./head.ts";
import { createProgress, nothingBehind } from "./progress.ts";
import { createSeen } from "./seen.ts";
import { endOf } from "./source.ts";
import { isStill, type Judged, noteBeginning, type Step, type Strategy, type WalkContext } from "./strategy.ts";
import type { Ask } from "./window.ts";

/** Empty answers in a row where the total promises items. */
const mostEmpty = 3;

/**
 * From the last item to the first, where a total tells where the last one is. What comes in, goes or moves pushes rows
 * into the part that is not yet read, so that one pass finds them all. Only where a row that changes moves to the end,
 * which the first answer shows, it walks forward instead. See docs/walk.md.
 */
export function* walkBackward<Item>(context: WalkContext, given = createSeen()): Strategy<Item> {
  const { order, journal, mark, settle, pageSize } = context;
  const progress = createProgress(context);
  let watermark = Number.NaN;
  let begin: Ask | undefined;
  journal.walk = "backward";

  if (!mark) {
    const first: Judged<Item> = yield {
      give: [],
      ask: { from: 0, position: 0, size: pageSize, direction: "forward" },
    };
    noteBeginning(context, first);
    progress.look(first);
    order.observe(first.rows);
    watermark = toWatermark(first);
    const { total } = first;
    // One item at a time cannot overlap; there, the place behind is as good as the place before.
    const isForward = total === undefined || order.movement === "toEnd" || (total > 1 && first.rows.length < 2);
    if (isForward) return yield* walkForward(context, given, first);
    if (total <= first.rows.length) {
      const whole = createChain<Item>(context, "backward", given).join(first);
      return { give: whole?.fresh ?? [], stopReason: "total", complete: true };
    }
    begin = { from: total - 1, position: total - 1, size: first.rows.length, direction: "backward" };
  }

  const chain = createChain<Item>({ ...context, pageSize: begin?.size ?? pageSize }, "backward", given);
  let ask = begin ?? chain.advance();
  let give: Step<Item>["give"] = [];
  let [empty, isStale] = [0, false];
  let ahead: Step<Item>["ahead"];
  let problem: string | undefined;
  let isLost = false;

  for (;;) {
    const answer: Judged<Item> = yield { give, ask, ahead, problem, isLost };
    const added = progress.add(chain, answer);
    const { joined } = added;
    give = added.give;
    isStale ||= answer.isStale || joined?.isLatest === false;
    const hasArrived = joined?.isLatest && answer.window.start === 0;
    if (hasArrived) break;
    empty = answer.rows.length === 0 ? empty + 1 : 0;
    ask = added.retreat ?? chain.advance();
    const canAhead = joined && endOf(answer) > chain.position + 1;
    ahead = canAhead ? (count) => toAhead(count) : undefined;
    isLost = added.isLost;
    problem = added.toProblem(() => findNothing(answer));
  }

  const { movement } = order;
  if (movement === "toHead" && isStale && settle && !mark) {
    return yield* settleHead(context, given, watermark, give, "total");
  }
  const isComplete = isStill(context) || (movement === "toHead" && !isStale);
  return { give, stopReason: "total", complete: (isComplete && !journal.isInDoubt) || "unknown" };

  function toAhead(count: number) {
    const asks = Array.from({ length: count }, (_, index) => chain.advance(index + 1));
    const last = asks.findIndex((candidate) => candidate.from < candidate.size);
    return last === -1 ? asks : asks.slice(0, last + 1);
  }

  /** The problem of answers that are empty where the total promises items, where they come in a row. */
  function findNothing(answer: Judged<Item>): string | undefined {
    const found = empty > mostEmpty ? nothingBehind(answer) : undefined;
    if (found) empty = 0;
    return found;
  }
}
