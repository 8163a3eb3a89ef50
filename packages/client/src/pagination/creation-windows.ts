import { walkBackward } from "./backward.ts";
import { compareFingerprints } from "./fingerprint.ts";
import { walkForward } from "./forward.ts";
import type { Row } from "./row.ts";
import { createSeen } from "./seen.ts";
import {
  type Given,
  isNewcomer,
  type Judged,
  noteBeginning,
  type Strategy,
  toAnchors,
  type WalkContext,
} from "./strategy.ts";
import type { Ask, CreatedRange } from "./window.ts";

/** Creation times in whole milliseconds: later than `after`, up to `before`. The newest window has no end. */
interface Span {
  readonly after: number;
  readonly before: number;
}

/** How much of an answer a window is meant to fill. */
const fill = 0.8;
/** A window that brings less than this share of an answer is followed by all the rest at once. */
const sparse = 0.25;
/** Milliseconds of a window that is walked inside where it fills an answer: one that is full, and one on either side. */
const narrowest = 3;
/** How often in a row the newest window may bring nothing but what came in since: of that there may be no end. */
const mostNew = 8;

/**
 * By windows of creation time, from the newest to the oldest, each small enough to come in one answer. An answer is
 * consistent in itself and a creation time never changes, so that neither the order of the list nor what changes in it
 * matters. Delivers by creation time, the newest first. See docs/walk.md.
 */
export function* walkWindows<Item>(context: WalkContext): Strategy<Item> {
  const { journal, mark, order, pageSize } = context;
  const given = createSeen();
  const everything: Span = { after: Number.NEGATIVE_INFINITY, before: mark?.position ?? Number.POSITIVE_INFINITY };
  /** What is left to ask for, the newest last. */
  let spans: Span[] = [everything];
  /** Rows a millisecond, as the last answers had them; 0 where there is nothing to go by. */
  let density = 0;
  let fullest = 0;
  let isDoubtful = false;
  let newAnswers = 0;
  let give: readonly Given<Item>[] = [];
  let problem: string | undefined;

  for (;;) {
    const [span, rest] = cut(spans);
    if (!span) return { give, stopReason: "range", complete: (!isDoubtful && !journal.isInDoubt) || "unknown" };
    const ask = toAsk(span);
    const answer: Judged<Item> = yield { give, ask, ahead: (count) => predict(rest, count), problem };
    [give, problem] = [[], undefined];
    noteBeginning(context, answer);
    order.observe(answer.rows);
    fullest = Math.max(fullest, answer.rows.length);
    const { after = span.after, before = span.before } = ask.range;
    if (answer.rows.some(({ createdAt }) => !(createdAt >= after && createdAt <= before))) {
      // The vendor ignores the range, or its items have no creation time.
      if (mark) {
        problem = "gives items outside of the range of creation time that it is asked for";
        continue;
      }
      return yield* answer.total === undefined ? walkForward(context, given) : walkBackward(context, given);
    }
    if (span === everything && !mark && !canNarrow(answer)) return yield* walkForward(context, given, answer);
    const inside = rowsIn(span, answer.rows);
    if (answer.isShort || answer.rows.length === 0) {
      give = toGiven(inside);
      learn(span, answer);
      spans = rest;
    } else if (span.before === Number.POSITIVE_INFINITY && isPastNew(inside)) {
      give = toGiven(inside);
      isDoubtful = true;
      spans = rest;
    } else if (span.before - span.after <= narrowest) {
      const ending = yield* walkInside(span);
      [give, spans] = [ending.give, rest];
      isDoubtful ||= ending.complete !== true;
    } else if (inside.length <= answer.rows.length / 2) {
      // A millisecond beside the window fills the answer: what borders on it is asked for by itself.
      const older = answer.rows.filter(({ createdAt }) => createdAt === span.after).length;
      const middle = older > answer.rows.length / 4 ? span.after + 1 : span.before - 1;
      spans = [...rest, { ...span, before: middle }, { ...span, after: middle }];
      density = 0;
    } else {
      spans = [...rest, ...narrow(span, answer)];
    }
  }

  /**
   * Whether windows can follow the first answer. One item at a time cannot be short of anything: a window would have to
   * be empty to be known to be whole.
   */
  function canNarrow({ rows }: Judged<Item>): boolean {
    return rows.length !== 1;
  }

  /** The next window, and what is left behind it. */
  function cut(from: readonly Span[]): [span: Span | undefined, rest: Span[]] {
    const span = from.at(-1);
    const rest = from.slice(0, -1);
    if (!span || density === 0 || span.before === Number.POSITIVE_INFINITY) return [span, rest];
    const width = Math.max(1, Math.round((fullest * fill) / density));
    const middle = span.before - width;
    // What would be left over is asked for along with it.
    return middle - span.after > width * sparse
      ? [{ after: middle, before: span.before }, [...rest, { ...span, before: middle }]]
      : [span, rest];
  }

  function predict(from: readonly Span[], count: number): Ask[] {
    const asks: Ask[] = [];
    for (let [span, rest] = cut(from); span && asks.length < count; [span, rest] = cut(rest)) {
      asks.push(toAsk(span));
    }
    return asks;
  }

  /** Goes by a new density only where the old one is far off: what was asked for ahead stays what is asked for. */
  function learn(span: Span, answer: Judged<Item>): void {
    const count = rowsIn(span, answer.rows).length;
    const share = count / Math.max(1, fullest);
    if (share < sparse && span.after !== Number.NEGATIVE_INFINITY) density = 0;
    else if (share < fill / 2 && span.after !== Number.NEGATIVE_INFINITY)
      density = count / (topOf(span, answer) - span.after);
  }

  /**
   * Whether the newest window brings nothing but newcomers, again and again. A single time proves nothing: the server's
   * clock may be behind the times that it gives its items.
   */
  function isPastNew(rows: readonly Row<Item>[]): boolean {
    newAnswers = rows.every((row) => isNewcomer(journal, row)) ? newAnswers + 1 : 0;
    return newAnswers > mostNew;
  }

  /** Up to when there are items in a window, as far as an answer shows. */
  function topOf(span: Span, { rows, serverTime }: Judged<Item>): number {
    if (span.before !== Number.POSITIVE_INFINITY) return span.before;
    const last = Math.max(span.after + 1, ...rowsIn(span, rows).map(({ createdAt }) => createdAt));
    return Number.isNaN(serverTime) ? last : Math.max(last, serverTime + 1000);
  }

  /** A window that was too large, as two: the newer one as wide as the answer lets hope, half of it at the most. */
  function narrow(span: Span, answer: Judged<Item>): Span[] {
    const { after, before } = span;
    const times = rowsIn(span, answer.rows).map(({ createdAt }) => createdAt);
    const [first, last, top] = [Math.min(...times), Math.max(...times), topOf(span, answer)];
    const toSpans = (...bounds: number[]) =>
      bounds
        .slice(1)
        .map((bound, index) => ({ ...span, after: bounds[index] as number, before: bound }))
        .filter((part) => part.before > part.after);
    if (!(first < last)) {
      density = 0;
      return toSpans(after, Math.max(after, first - 2), Math.min(first + 1, before), before);
    }
    const hoped = top - last + Math.max(1, Math.round((last - first) * fill));
    const width = Math.min(hoped, Math.max(1, Math.floor((top - after) / 2)));
    density = (fullest * fill) / Math.max(1, width);
    return toSpans(after, top - width, before);
  }

  function toAsk({ after, before }: Span): Ask & { readonly range: CreatedRange } {
    return {
      from: 0,
      position: 0,
      size: pageSize,
      direction: "forward",
      range: {
        after: Number.isFinite(after) ? after : undefined,
        // Whether a bound is inclusive is not documented, and a server may keep more digits than it shows: windows overlap by
        // a millisecond.
        before: Number.isFinite(before) ? before + 1 : undefined,
      },
    };
  }

  /** Rows of a window in the order of delivery, without those that the walk before the mark delivered. */
  function toGiven(rows: readonly Row<Item>[]): Given<Item>[] {
    return rows
      .filter(isFresh)
      .toSorted(compareRows)
      .map((row) => ({ row, anchors: row.print && toAnchors([row.print]) }));
  }

  function isFresh({ print, createdAt }: Row<Item>): boolean {
    if (print === undefined) {
      journal.isInDoubt = true;
      return true;
    }
    const anchor = mark?.anchors.at(-1);
    if (anchor && createdAt === mark?.position && compareFingerprints(print, anchor) <= 0) return false;
    const isNew = !given.has(print);
    given.add(print);
    return isNew;
  }

  /** More rows in a few milliseconds than an answer holds: the list of these is walked in the vendor's order. */
  function* walkInside(span: Span): Strategy<Item> {
    const { range } = toAsk(span);
    const ordered = walkForward<Item>({ ...context, mark: undefined, journal: { ...journal } });
    const rows: Row<Item>[] = [];
    let step = ordered.next();
    while (!step.done) {
      rows.push(...step.value.give.map(({ row }) => row));
      const answer: Judged<Item> = yield {
        ...step.value,
        give: [],
        ask: { ...step.value.ask, range },
        ahead: undefined,
      };
      step = ordered.next(answer);
    }
    rows.push(...step.value.give.map(({ row }) => row));
    return { ...step.value, give: toGiven(rowsIn(span, rows)) };
  }
}

function compareRows(left: Row<unknown>, right: Row<unknown>): number {
  if (left.createdAt !== right.createdAt) return right.createdAt - left.createdAt;
  return left.print && right.print ? compareFingerprints(left.print, right.print) : 0;
}

/** The rows that belong to a window: its bounds overlap with those of its neighbours. */
function rowsIn<Item>({ after, before }: Span, rows: readonly Row<Item>[]): Row<Item>[] {
  return rows.filter(({ createdAt }) => createdAt > after && createdAt <= before);
}
