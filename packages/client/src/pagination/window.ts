import type { Pagination } from "@agent-chats/schema";

/** A part of a listing that one request can ask for: items `start` to `start + size`, counted from 0. */
export interface Window {
  readonly start: number;
  readonly size: number;
  /** What goes into the position parameter: items or pages, as the vendor counts. */
  readonly position: number;
}

/**
 * The window that begins at or before `start` and reaches furthest, with at most `size` items.
 *
 * Offsets reach every window. Page numbers reach only multiples of the size, so a start that is no multiple (after a
 * short page, or a resume) takes the size whose window covers the start and ends last; the items before it are repeats.
 */
export function windowAt(pagination: Pagination, start: number, size: number): Window {
  if (pagination.style === "offset") return { start, size, position: pagination.first + start };
  let best = pageAt(pagination, start, size);
  for (let smaller = size - 1; smaller >= 1 && best.start < start; smaller--) {
    const candidate = pageAt(pagination, start, smaller);
    if (candidate.start + candidate.size > best.start + best.size) best = candidate;
  }
  return best;
}

/** The page of a size that holds the item at `start`. */
function pageAt(pagination: Pagination, start: number, size: number): Window {
  const page = Math.floor(start / size);
  return { start: page * size, size, position: pagination.first + page };
}
