const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365 * 24 * 3600],
  ["month", 30 * 24 * 3600],
  ["day", 24 * 3600],
  ["hour", 3600],
  ["minute", 60],
];

const relative = new Intl.RelativeTimeFormat("en", { style: "narrow", numeric: "always" });
const exact = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "long" });
const day = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });

const localDay = new Intl.DateTimeFormat("en", { month: "short", day: "numeric" });

/** The reader's day of an instant, in brief. */
export function showDay(date: Date): string {
  return localDay.format(date);
}

/** A time as the page shows it. */
export interface ShownTime {
  /** `3h ago`, or a date where the vendor gave a date only. */
  readonly short: string;
  /** To the second, with the reader's time zone. */
  readonly exact: string;
}

/** Puts an ISO 8601 instant or date into words; undefined for anything else. */
export function showTime(at: string | null | undefined, nowMs: number): ShownTime | undefined {
  const ms = Date.parse(at ?? "");
  if (Number.isNaN(ms)) return undefined;
  // A date is the same day for every reader: it has no time zone to be moved to.
  if (/^\d{4}-\d{2}-\d{2}$/.test(at ?? "")) return { short: day.format(ms), exact: day.format(ms) };
  return { short: toRelative((ms - nowMs) / 1000), exact: exact.format(ms) };
}

function toRelative(seconds: number): string {
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }
  return "now";
}
