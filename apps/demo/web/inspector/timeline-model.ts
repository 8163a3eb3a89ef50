import type { TracedRequest } from "./trace.ts";

/** A request as a bar: from where to where in the list, in shares of the width. */
export interface Bar {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  /** Where what was new in it begins; the share before repeats what was there already. */
  readonly fresh: number;
  readonly kind: "given" | "waiting" | "failed" | "left";
  readonly isRetried: boolean;
  readonly isRepair: boolean;
}

/** The requests of one list, over the places or the creation times that they asked for. */
export interface Lane {
  readonly list: string;
  readonly vendor: string;
  readonly operation: string;
  readonly axis: "place" | "created";
  readonly bars: readonly Bar[];
  /** Words at the left end, in the middle and at the right end. */
  readonly ticks: readonly [string, string, string];
}

/**
 * Lays the requests of a trace out, a lane for each list. `all` are those of every trace: the axis is as long as what was
 * seen of a list by any of them, so that one sees which of them ended too early.
 */
export function toLanes(requests: readonly TracedRequest[], all = requests): readonly Lane[] {
  const lists = [...new Set(requests.map(({ asked }) => asked.list))];
  return lists.map((list) => {
    const own = requests.filter(({ asked }) => asked.list === list);
    const { vendor, operation } = own[0] as TracedRequest;
    const isByTime = own.some(({ asked }) => asked.after !== undefined || asked.before !== undefined);
    return { list, vendor, operation, ...(isByTime ? toTimeLane(own) : toPlaceLane(own, extentOf(all, list))) };
  });
}

type Drawn = Pick<Lane, "axis" | "bars" | "ticks">;

/** Where a list ends, as far as any request has shown it. */
function extentOf(requests: readonly TracedRequest[], list: string): number {
  let end = 1;
  for (const { asked, rows, page } of requests) {
    // Within a range of time places count from its beginning, and say nothing of the list.
    if (asked.list !== list || asked.after !== undefined || asked.before !== undefined) continue;
    end = Math.max(end, page?.total ?? 0, asked.start + (rows ?? 0));
  }
  return end;
}

function toPlaceLane(requests: readonly TracedRequest[], extent: number): Drawn {
  const end = Math.max(extent, ...requests.map(({ asked, rows }) => asked.start + (rows ?? 0)));
  const bars = requests.map((request) => {
    const { asked, rows } = request;
    return toBar(request, Math.min(1, asked.start / end), Math.min(1, (asked.start + (rows ?? asked.size)) / end));
  });
  return {
    axis: "place",
    bars,
    ticks: [0, end / 2, end].map((place) => Math.round(place).toLocaleString("en")) as never,
  };
}

const day = new Intl.DateTimeFormat("en", { month: "short", day: "numeric" });

/** The newest is on the left, where the head of a list is. An open bound reaches to the edge. */
function toTimeLane(requests: readonly TracedRequest[]): Drawn {
  const bounds = requests.flatMap(({ asked }) => [asked.after, asked.before]).filter((time) => time !== undefined);
  const [oldest, newest] = [Math.min(...bounds), Math.max(...bounds)];
  const margin = (newest - oldest || 1) * 0.04;
  const [left, right] = [newest + margin, oldest - margin];
  const shareOf = (time: number) => (left - time) / (left - right);
  const bars = requests.map((request) => {
    const { after, before } = request.asked;
    return toBar(request, before === undefined ? 0 : shareOf(before), after === undefined ? 1 : shareOf(after));
  });
  return { axis: "created", bars, ticks: ["newest", day.format((left + right) / 2), "oldest"] };
}

function toBar(request: TracedRequest, from: number, to: number): Bar {
  const { number, rows = 0, page, tries, repairs, headWalks } = request;
  const repeated = page && rows > 0 ? 1 - page.given / rows : 0;
  return {
    number,
    from,
    to,
    fresh: from + (to - from) * repeated,
    kind: kindOf(request),
    isRetried: tries.length > 1,
    isRepair: repairs + headWalks > 0,
  };
}

function kindOf({ state }: TracedRequest): Bar["kind"] {
  if (state === "answered") return "given";
  return state === "failed" || state === "left" ? state : "waiting";
}
