import type { CallOptions } from "../api-types.ts";
import type { WalkOptions } from "../pagination/options.ts";
import { invalidFilter } from "./check-filter.ts";
import type { FeedTime } from "./order-bound.ts";

/** How a feed is read. */
export interface FeedOptions extends Pick<WalkOptions, "pageSize" | "readAhead" | "consistency" | "settle" | "signal"> {
  /** The time by which the feed is ordered, the newest first. Chats without it come last. Default: `created`. */
  by?: FeedTime | undefined;
  /** Where to begin: the `cursor` of an earlier walk or page of the same feed. Default: at the newest chat. */
  cursor?: string | undefined;
  /**
   * What to do with a list whose order says nothing of what is still to come from it. `wait`, the default, reads it to its
   * end before anything older than its newest is given. `asItComes` gives its chats as they come, out of order.
   */
  unordered?: "wait" | "asItComes" | undefined;
  /** Whether filters are sent to vendors that take them. `false` decides all of them here, at the cost of reading everything. Default: `true`. */
  send?: boolean | undefined;
}

/** How a page of a feed is asked for. */
export interface FeedPageOptions extends CallOptions {
  /** Chats of the page. Default: 50. */
  size?: number | undefined;
}

type Choices<Options> = { readonly [Name in keyof Required<Options>]: readonly unknown[] };

/** The values that an option of a walk may have; where there are none, the walks of the lists judge it. */
const ofWalk: Choices<Omit<FeedOptions, "by" | "send">> = {
  cursor: [],
  unordered: ["wait", "asItComes"],
  pageSize: [],
  readAhead: [],
  consistency: [],
  settle: [],
  signal: [],
};

const choices = {
  feed: { ...ofWalk, by: ["created", "updated"], send: [true, false], unanswerable: ["leaveOut"] },
  walk: ofWalk,
  page: { size: [], signal: [] } satisfies Choices<FeedPageOptions>,
};

/** Refuses by name what is no option of a feed, or of a walk or page of it, and a value that none can have. */
export function checkOptions(of: keyof typeof choices, options: object): void {
  const known = new Map<string, readonly unknown[]>(Object.entries(choices[of]));
  for (const [name, value] of Object.entries(options)) {
    const allowed = known.get(name);
    if (!allowed) throw invalidFilter(name, `is not an option of a ${of}; there are ${[...known.keys()].join(", ")}`);
    if (value !== undefined && allowed.length > 0 && !allowed.includes(value)) {
      throw invalidFilter(name, `must be ${allowed.join(" or ")}`);
    }
  }
}
