const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 };

/** A moment as it is typed. Relative ones stay so until a list is asked for. */
export type Moment =
  | { readonly kind: "ago"; readonly ms: number }
  | { readonly kind: "day"; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: "daysAgo"; readonly days: number }
  | { readonly kind: "instant"; readonly ms: number };

/** Reads `7d`, `today`, `2026-11-01` or a time in ISO 8601 with its offset; undefined for anything else. */
export function readMoment(text: string): Moment | undefined {
  const [, count, unit = ""] = /^(\d{1,4})([mhdw])$/.exec(text) ?? [];
  if (count !== undefined) return { kind: "ago", ms: Number(count) * (unitMs[unit] ?? 0) };
  if (text === "today" || text === "yesterday") return { kind: "daysAgo", days: text === "today" ? 0 : 1 };
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (day !== undefined) return toDay(Number(year), Number(month), Number(day));
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : { kind: "instant", ms };
}

/** The instant from which on something is wanted. Days begin at midnight of the reader's time zone. */
export function toStart(moment: Moment, nowMs: number): Date {
  return toInstant(moment, nowMs, 0);
}

/** The instant before which something is wanted: a day belongs to what it ends. */
export function toEnd(moment: Moment, nowMs: number): Date {
  return toInstant(moment, nowMs, 1);
}

/** By the calendar, not by 24 hours: days on which clocks change are shorter and longer. */
function toInstant(moment: Moment, nowMs: number, daysLater: number): Date {
  switch (moment.kind) {
    case "ago":
      return new Date(nowMs - moment.ms);
    case "instant":
      return new Date(moment.ms);
    case "day":
      return new Date(moment.year, moment.month - 1, moment.day + daysLater);
    case "daysAgo": {
      const now = new Date(nowMs);
      return new Date(now.getFullYear(), now.getMonth(), now.getDate() - moment.days + daysLater);
    }
  }
}

function toDay(year: number, month: number, day: number): Moment | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? { kind: "day", year, month, day } : undefined;
}
