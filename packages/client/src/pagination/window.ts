import type { Pagination } from "@agent-chats/schema";

/** A part of a listing that one request can ask for: items `start` to `start + size`, counted from 0. */
export interface Window {
  readonly start: number;
  readonly size: number;
  /** What goes into the position parameter: items or pages, as the vendor counts. */
  readonly position: number;
}

/** What of a list to read. */
export interface Ask {
  /** Forward: the index to read from. Backward: the index to read up to. Where page numbers allow it. */
  readonly from: number;
  /** Forward: the first index that was not read. Backward: the first that was. What brings nothing beyond it is no use. */
  readonly position: number;
  /** Most items to ask for. */
  readonly size: number;
  readonly direction: "forward" | "backward";
  /** Milliseconds since 1970 between which the items were created, both at least included. */
  readonly range?: CreatedRange | undefined;
}

/** A range of creation times in milliseconds since 1970; an absent bound is none. */
export interface CreatedRange {
  readonly after?: number | undefined;
  readonly before?: number | undefined;
}

/** Page numbers of a small size cannot overlap everywhere; up to this size, a larger one may be asked for. */
const overlappingSize = 20;

/**
 * The window for what is asked: the one that covers `from` and reaches furthest beyond `position`.
 *
 * Offsets reach every window. Page numbers reach only multiples of the size, so that it takes the size that does best,
 * and, where `mayExtend`, a larger one than asked for if none that is small enough brings anything new.
 */
export function windowFor(pagination: Pagination, ask: Ask, size: number, mayExtend: boolean): Window {
  const { from, position, direction } = ask;
  const isForward = direction === "forward";
  if (pagination.style === "offset") {
    const start = isForward ? from : Math.max(0, from + 1 - size);
    return { start, size, position: pagination.first + start };
  }
  const isGain = ({ start, size }: Window) => (isForward ? start + size > position : start < position || start === 0);
  // As much overlap as asked for, else as little as there can be, else with larger pages, else none.
  const closest = isForward ? Math.max(from, position - 1) : Math.min(from, position);
  const largest = Math.min(Math.max(size, overlappingSize), pagination.maximumSize ?? overlappingSize);
  const candidates = [
    () => bestOf(pagination, from, size, direction),
    () => bestOf(pagination, closest, size, direction),
    () => bestOf(pagination, closest, mayExtend ? largest : size, direction),
  ];
  for (const candidate of candidates) {
    const window = candidate();
    if (isGain(window)) return window;
  }
  return bestOf(pagination, isForward ? position : Math.max(0, position - 1), size, direction);
}

/** The window for what is asked, of a server that gives pages of one size, whatever it is asked for. */
export function fixedWindowFor(pagination: Pagination, { from, position, direction }: Ask, size: number): Window {
  const window = pageAt(pagination, from, size);
  if (direction === "forward") return window.start + size > position ? window : pageAt(pagination, position, size);
  return window.start < position || position === 0 ? window : pageAt(pagination, position - 1, size);
}

/** Of the pages of at most `most` items that cover a place, the one that reaches furthest. */
function bestOf(pagination: Pagination, place: number, most: number, direction: Ask["direction"]): Window {
  const gain = ({ start, size }: Window) => (direction === "forward" ? start + size : -start);
  let best = pageAt(pagination, place, most);
  for (let size = most - 1; size >= 1; size--) {
    const candidate = pageAt(pagination, place, size);
    if (gain(candidate) > gain(best)) best = candidate;
  }
  return best;
}

/** The page of a size that holds the item at `place`. */
function pageAt(pagination: Pagination, place: number, size: number): Window {
  const page = Math.floor(place / size);
  return { start: page * size, size, position: pagination.first + page };
}
