/** Rows from `start` up to, but not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The rows around the screen and those that stay in the page wherever it is, as ranges in their order. */
export function toRanges(around: Range, pinned: readonly (number | undefined)[]): Range[] {
  const outside = pinned.filter(
    (place): place is number => place !== undefined && (place < around.start || place >= around.end),
  );
  const single = [...new Set(outside)].map((place) => ({ start: place, end: place + 1 }));
  return [...single, around].sort((left, right) => left.start - right.start);
}
