import { compareFingerprints, type Fingerprint } from "./fingerprint.ts";
import { createFrontier } from "./frontier.ts";
import type { Row } from "./row.ts";
import { createSearch } from "./search.ts";
import { createSeen, type Seen } from "./seen.ts";
import { endOf } from "./source.ts";
import { type Given, type Judged, mayHaveChanged, type WalkContext } from "./strategy.ts";
import type { Ask } from "./window.ts";

/** What an answer added to a chain. */
export interface Joined<Item> {
  /** What was not given before, in the order of the walk. */
  readonly fresh: readonly Given<Item>[];
  /** Whether the chain ends where this answer ends, and not in an older one that was held back. */
  readonly isLatest: boolean;
  /** Whether its rows are at other places than in the answer before, or unknown there: some came in before it or went. */
  readonly hasShifted: boolean;
}

/** What was read of a list as one unbroken chain: of every row in it, all that stood before it was given. */
export interface Chain<Item> {
  /** Adds an answer, or holds it back where nothing proves that it joins; then `retreat` says where to look. */
  join(answer: Judged<Item>): Joined<Item> | undefined;
  /** What to ask for after an answer that did not join; `undefined` where there is nowhere left to look. */
  retreat(answer: Judged<Item>): Ask | undefined;
  /** What to ask for after one that did; after a number of answers more, if these are full. */
  advance(pages?: number): Ask;
  /** What to ask for to see the end of a chain forward once more. */
  again(): Ask;
  /** Whether the walk still looks for its mark. */
  readonly isSeeking: boolean;
  /** Forward: the place behind the chain. Backward: the index of its first row. */
  readonly position: number;
}

/** Items by which consecutive requests overlap. */
const overlap = 1;
/** How much of a drift is remembered from one answer to the next. */
const memory = 0.8;

/**
 * Makes a chain in the direction of a walk, empty or behind the walk's mark. `given` holds what was given before it; a
 * `round` goes by its own rows alone.
 */
export function createChain<Item>(
  { pagination, pageSize, mark, order, journal }: WalkContext,
  direction: Ask["direction"],
  given: Seen,
  round?: "round",
): Chain<Item> {
  const isForward = direction === "forward";
  const origin = round ? undefined : mark;
  const anchors = origin?.anchors ?? [];
  const isResumed = origin !== undefined;
  // What stood before a mark proves nothing about what stands behind it.
  const known = round || isResumed ? createSeen() : given;
  for (const anchor of anchors) {
    given.add(anchor);
    known.add(anchor);
  }
  /** Answers that may lie behind a gap. */
  let held: Judged<Item>[] = [];
  let isSeeking = isResumed;
  const search = origin && createSearch(origin, direction, pageSize, pagination.maximumSize);
  const frontier = createFrontier(anchors);
  /** Rows of the answer that joined last. */
  let latest: readonly Row<Item>[] = [];
  let isJoinedByPlace: boolean;
  let position = origin?.position ?? (isForward ? 0 : Number.POSITIVE_INFINITY);
  /** Most items that an answer had, and that one had which was to have more. */
  let [fullest, clamp, steps] = [0, Number.POSITIVE_INFINITY, 0];
  /** By how many places rows lately went from the next request, to the side where it would miss them. */
  let drift = 0;
  let slack = 0;

  return {
    join(answer) {
      fullest = Math.max(fullest, answer.rows.length);
      const count = answer.rows.length;
      if (count > 0 && count < answer.window.size && endOf(answer) < (answer.total ?? 0))
        clamp = Math.min(clamp, count);
      order.observe(answer.rows);
      if (!isJoined(answer)) {
        if (!isSeeking && answer.rows.length > 0) held.push(answer);
        return undefined;
      }
      const shifts = shiftsOf(answer);
      const hasShifted = shifts === undefined || shifts.some((shift) => shift !== 0);
      if (steps > 0 || !answer.isStale) adapt(shifts ?? []);
      const fresh = take(answer);
      let isLatest = true;
      for (let next = held.pop(); next; next = held.pop()) {
        isLatest = false;
        if (isJoined(next)) {
          adapt(shiftsOf(next) ?? []);
          fresh.push(...take(next));
        } else held = [];
      }
      return { fresh, isLatest, hasShifted };
    },
    retreat(answer) {
      if (isSeeking) return search?.next(answer);
      steps++;
      if (steps === 1) journal.gapsRepaired++;
      return isForward ? retreatForward(answer) : retreatBackward(answer);
    },
    advance(pages = 0) {
      if (isSeeking && search) return search.place;
      const stride = Math.max(1, Math.min(pageSize, isForward ? fullest || pageSize : clamp) - overlap - slack) * pages;
      if (!isForward) return backwardTo(position - stride + widest() - 1, position - stride);
      return forwardFrom(position + stride - widest(), position + stride);
    },
    again: () => forwardFrom(position - overlap - slack, position - overlap),
    get isSeeking() {
      return isSeeking;
    },
    get position() {
      return position;
    },
  };

  /** Any known row joins: what follows it follows the chain, and what stands before it was given, or is new. */
  function isJoined(answer: Judged<Item>): boolean {
    const { rows, window } = answer;
    isJoinedByPlace = false;
    if (rows.some(isKnown) || (isAtOrigin(answer) && !isResumed)) return true;
    const end = endOf(answer);
    // Where requests cannot overlap (one item at a time, small pages by number) or items cannot be told apart (no
    // identifiers), the place is all there is to go by.
    const isNext = isForward ? window.start === position : end === position;
    const isNameless = rows.every(({ print }) => print === undefined);
    const canOverlap = pagination.style === "offset" && fullest > 1;
    const isByPlace = (isNext && !canOverlap) || (isNameless && window.start <= position && end >= position);
    if (isSeeking || rows.length === 0 || !isByPlace) return false;
    journal.isInDoubt = true;
    isJoinedByPlace = true;
    return true;
  }

  /** Whether an answer begins where the walk did, so that nothing is before it. */
  function isAtOrigin(answer: Judged<Item>): boolean {
    const { window, total } = answer;
    if (isForward) return window.start === 0;
    return total !== undefined && endOf(answer) >= total;
  }

  /** A row that has changed proves nothing about its old neighbourhood. */
  function isKnown({ print }: Row<Item>): boolean {
    if (print === undefined) return false;
    return known.hasVersion(print) || (mark?.isStill === true && isAnchor(print));
  }

  /** By how many places the rows by which an answer joins have moved; `undefined` where a mark knows no place of theirs. */
  function shiftsOf({ rows }: Judged<Item>): readonly number[] | undefined {
    const known = rows.filter(isKnown);
    const shifts = known.map((row) => row.place - placeBefore(row)).filter((shift) => !Number.isNaN(shift));
    return latest.length === 0 && known.length > 0 && shifts.length === 0 ? undefined : shifts;
  }

  /** Overlaps by as much as rows moved lately, and half as much again. */
  function adapt(shifts: readonly number[]): void {
    const worst = Math.max(0, ...shifts.map((shift) => (isForward ? -shift : shift)));
    drift = Math.max(worst, drift * memory);
    const most = Math.floor((Math.min(pageSize, fullest) - 1) / 2);
    const wanted = Math.min(most, Math.round(drift * 1.5));
    // What is read ahead was asked for with the old one: it changes seldom.
    if (wanted > slack || wanted * 3 < slack) slack = wanted;
  }

  /** The place of a row in the answer before; `NaN` where it was not in it. */
  function placeBefore({ print }: Row<Item>): number {
    const isRow = (other: Fingerprint | undefined) => other && print && compareFingerprints(other, print) === 0;
    if (latest.length === 0 && mark && isRow(anchors.at(-1))) return isForward ? mark.position - 1 : mark.position;
    return latest.find((row) => isRow(row.print))?.place ?? Number.NaN;
  }

  function isAnchor(print: Fingerprint): boolean {
    return anchors.some((anchor) => compareFingerprints(anchor, print) === 0);
  }

  /** Makes an answer the end of the chain; returns what is new in it. */
  function take(answer: Judged<Item>): Given<Item>[] {
    const rows = isForward ? answer.rows : answer.rows.toReversed();
    const before = isResumed ? lastDelivered(rows) : -1;
    const isStill = order.movement === "none";
    const isFresh = (row: Row<Item>, index: number) => {
      const isWanted = index > before && isNew(row) && !isDoubtful(row);
      // The same item may come twice in one answer.
      if (isWanted && row.print) given.add(row.print);
      return isWanted;
    };
    const hasPlace = (row: Row<Item>) => isKnown(row) || (isStill && row.print !== undefined && given.has(row.print));
    const fresh = round
      ? rows.filter(isFresh).map((row) => ({ row }))
      : frontier.pass(rows, { isFresh, hasPlace, isByPlace: isJoinedByPlace });
    journal.isAdrift ||= round ? fresh.length > 0 : frontier.isLost;
    for (const [index, { print }] of rows.entries()) {
      if (print === undefined) continue;
      given.add(print);
      if (known !== given && index >= before) known.add(print);
    }
    latest = answer.rows;
    position = isForward ? endOf(answer) : Math.min(answer.window.start, answer.total ?? answer.window.start);
    isSeeking = false;
    steps = 0;
    return fresh;
  }

  function isNew({ print, place }: Row<Item>): boolean {
    if (print === undefined) return isForward ? place >= position : place < position;
    return !given.has(print);
  }

  /** Where a row that changes moves ahead of the mark, one that changed since may have been delivered before it moved. */
  function isDoubtful(row: Row<Item>): boolean {
    if (!isResumed || row.print === undefined || order.movement === "none") return false;
    journal.isInDoubt ||= mayHaveChanged(journal, row);
    return row.updatedAt >= journal.beganAt;
  }

  /** Index of the last row that the resumed walk delivered: what stands before it was delivered too. */
  function lastDelivered(rows: readonly Row<Item>[]): number {
    const anchor = rows.findLastIndex((row) => row.print !== undefined && isAnchor(row.print) && isKnown(row));
    return Math.max(anchor, rows.findIndex(isKnown));
  }

  /** The overlap that is asked for; none where a server gives one item at a time. */
  function widest(): number {
    return fullest === 1 ? 0 : overlap + slack;
  }

  /** The first step overlaps with the answer held back; the next ones reach out, as far as a gap can. */
  function reach(): number {
    const stride = Math.max(1, Math.min(pageSize, fullest) - overlap);
    // A resumed walk knows few rows: it must not step over them.
    return isResumed ? stride : stride * 2 ** Math.max(0, steps - 1);
  }

  function retreatForward({ rows, window, total }: Judged<Item>): Ask | undefined {
    if (window.start === 0) return undefined;
    const start = rows.length === 0 ? Math.min(window.start, total ?? window.start) : window.start;
    return forwardFrom(start - reach(), start - reach());
  }

  function retreatBackward(answer: Judged<Item>): Ask | undefined {
    const { rows, window, total } = answer;
    if (rows.length === 0) return backwardTo((total ?? window.start) - 1);
    if (isResumed && isAtOrigin(answer)) return undefined;
    // The end of a list that grows moves on before it is read.
    const beyond = (total ?? Number.POSITIVE_INFINITY) - 1 + Math.ceil((fullest / 4) * Math.min(steps, 2));
    return backwardTo(Math.min(endOf(answer) - 1 + reach(), beyond));
  }

  function forwardFrom(from: number, to: number): Ask {
    return { from: Math.max(0, from), position: Math.max(0, to), size: pageSize, direction };
  }

  function backwardTo(last: number, to = last + 1): Ask {
    const size = Math.min(pageSize, clamp);
    return { from: Math.max(0, last), position: Math.max(0, to), size, direction };
  }
}
