import { type Random, weighted } from "../random.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How many days back the data reaches. */
const days = 90;

/** How busy the hours of a day are, in UTC: offices of several continents. */
const hour = weighted(
  ...[2, 1, 1, 1, 1, 2, 4, 8, 14, 18, 18, 16, 13, 17, 19, 19, 17, 14, 10, 8, 6, 5, 4, 3].map(
    (weight, index): [number, number] => [index, weight],
  ),
);

/** Share of the newest items, which happen within the last minutes and may be unfinished. */
const liveShare = 0.004;

/** How many of `count` items are of the last minutes. */
export function liveCount(count: number): number {
  return Math.min(count, Math.max(3, Math.min(40, Math.round(count * liveShare))));
}

/** `count` instants up to `now` over 90 days, the newest first: denser in working hours, sparse at weekends. */
export function createInstants(random: Random, count: number, now: Date): Date[] {
  const live = liveCount(count);
  const times = Array.from({ length: count }, (_, index) =>
    index < live ? now.getTime() - random.integer(1_000, 25 * 60_000) : pastInstant(random, now.getTime()),
  );
  return times.sort((left, right) => right - left).map((time) => new Date(time));
}

function pastInstant(random: Random, now: number): number {
  for (;;) {
    // The exponent makes recent days a little busier: use of the product grows.
    const age = Math.floor(days * (1 - random.next() ** 0.8)) * dayMs;
    const day = Math.floor((now - age) / dayMs) * dayMs;
    const time = day + hour(random) * hourMs + random.integer(0, hourMs - 1);
    const isWeekend = [0, 6].includes(new Date(day).getUTCDay());
    if (isWeekend && random.chance(0.75)) continue;
    if (time < now - 26 * 60_000) return time;
  }
}

/** An instant some seconds later, but not after `latest`. */
export function later(instant: Date, seconds: number, latest: Date): Date {
  return new Date(Math.min(instant.getTime() + Math.round(seconds * 1000), latest.getTime()));
}

/** A span in seconds with a long tail: most are near `typical`, a few many times longer. */
export function longTail(random: Random, typical: number): number {
  return typical * Math.exp(1.6 * (random.next() + random.next() + random.next() - 1.5));
}
