import { toNumber } from "../format/words.ts";
import type { Tone } from "../model/row.ts";
import type { TracedRequest } from "./trace.ts";

const moment = new Intl.DateTimeFormat("en", {
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** The part of the list that a request asked for. */
export function placeOf({ asked }: TracedRequest): string {
  const { start, size, after, before } = asked;
  const places = `${toNumber(start)} – ${toNumber(start + Math.max(size, 1) - 1)}`;
  if (after === undefined && before === undefined) return places;
  const [from, to] = [after, before].map((time) => (time === undefined ? undefined : moment.format(time)));
  const range = from && to ? `${from} – ${to}` : from ? `since ${from}` : `before ${to}`;
  return start > 0 ? `${range}, from ${toNumber(start)}` : range;
}

/** How a request stands. */
export function statusOf({ state, tries }: TracedRequest): string {
  if (state === "left") return "left";
  const { outcome } = tries.at(-1) ?? {};
  if (state === "sent") return "…";
  return outcome ?? "";
}

/** The colour of that. */
export function toneOf({ state }: TracedRequest): Tone {
  if (state === "answered") return "good";
  if (state === "failed") return "bad";
  return state === "pausing" ? "warning" : "neutral";
}

/** What happened on the way, and what the walk found out. */
export function noteOf({ state, tries, repairs, headWalks, page, rows, asked, problem }: TracedRequest): string {
  const again = tries
    .slice(0, -1)
    .map(({ outcome, pauseMs = 0 }) => `${outcome}, sent again after ${toSeconds(pauseMs)}`);
  const last = tries.at(-1);
  const waits = state === "pausing" ? [`${last?.outcome}, is sent again after ${toSeconds(last?.pauseMs ?? 0)}`] : [];
  const isHeld = page?.given === 0 && (rows ?? 0) > 0;
  const isWide = isHeld && (asked.after !== undefined || asked.before !== undefined) && (rows ?? 0) >= asked.size;
  const isClamped =
    rows !== undefined && rows > 0 && page?.total !== undefined && rows < asked.size && asked.start + rows < page.total;
  const found = [
    repairs > 0 && "found a gap, stepped back",
    headWalks > 0 && "rows moved, the head is walked again",
    isWide && "held more than a page: narrowed",
    isHeld && !isWide && repairs === 0 && headWalks === 0 && "nothing new",
    isClamped && `clamped to ${rows}`,
    state === "left" && "nobody wanted the answer any more",
    state === "failed" && problem,
  ];
  return [...again, ...waits, ...found.filter((word) => typeof word === "string")].join("; ");
}

function toSeconds(ms: number): string {
  return ms < 950 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
