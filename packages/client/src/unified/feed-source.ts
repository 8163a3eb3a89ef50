import type { VendorId } from "@agent-chats/schema";
import type { Walk } from "../pagination/listing.ts";
import type { UnifiedChat } from "./chat.ts";
import { converterOf } from "./convert.ts";
import type { SourceMark } from "./feed-cursor.ts";
import { type SourceReceipt, toHorizon } from "./feed-receipt.ts";
import { createHeap } from "./heap.ts";
import { boundingTime, type FeedTime, type Times } from "./order-bound.ts";
import { createTrail, type Footprint, stride, toPrint } from "./trail.ts";

/** A chat that was read and is not given yet. */
export interface Waiting {
  readonly chat: UnifiedChat;
  /** Milliseconds since 1970; the lowest there is for a chat without that time, which comes last. */
  readonly time: number;
  readonly rank: number;
  readonly footprint: Footprint;
}

/** One list of a feed: reads it chat by chat, and keeps those that match until they are given. */
export interface FeedSource {
  /** Whether it may be read on: neither at its end nor failed. */
  readonly isOpen: boolean;
  readonly isExhausted: boolean;
  /** Why it cannot be read on. */
  readonly failure: { readonly error: unknown } | undefined;
  /** No chat still to be read is newer, as far as the order of the list holds; infinite where it says nothing. */
  readonly bound: number;
  readonly isInOrder: boolean | "unknown";
  readonly first: Waiting | undefined;
  readonly waiting: readonly Waiting[];
  /** Reads one more chat. Fails only where the caller aborted. */
  read(): Promise<void>;
  give(isLate: boolean): UnifiedChat;
  /** Lets it be read on after a failure. */
  retry(): void;
  stop(): void;
  readonly mark: SourceMark;
  readonly receipt: SourceReceipt;
}

/** What a source is made of. */
export interface SourceOptions {
  readonly vendor: VendorId;
  readonly name: string;
  readonly agent: string | undefined;
  readonly by: FeedTime;
  readonly matches: (chat: UnifiedChat) => boolean;
  /** Begins the walk, at a cursor or at the first chat. */
  readonly walk: (cursor: string | undefined) => Walk<unknown>;
  readonly mark: SourceMark | undefined;
  readonly signal: AbortSignal | undefined;
}

export function createFeedSource({ vendor, name, agent, by, matches, mark, ...options }: SourceOptions): FeedSource {
  const walk = mark?.end === undefined ? options.walk(mark?.cursor) : undefined;
  const begin = walk?.cursor ?? "";
  const toChat = converterOf(vendor);
  const buffer = createHeap<Waiting>((left, right) =>
    left.time === right.time ? left.rank < right.rank : left.time > right.time,
  );
  const trail = createTrail();
  /** Chats that were given before the feed was resumed, and are still to be read again. */
  const ahead = new Set(mark?.given);
  const tally = { read: 0, dropped: 0, given: 0, late: 0 };
  const last: { -readonly [Time in keyof Times]: number } = { created: Infinity, updated: Infinity };
  let failure: FeedSource["failure"];
  let end = mark?.end;
  let bound = end === undefined ? Infinity : -Infinity;
  let isInOrder: boolean | "unknown" = end === undefined ? "unknown" : true;
  let isLeft = false;

  return {
    get isOpen() {
      return end === undefined && failure === undefined && !isLeft;
    },
    get isExhausted() {
      return end !== undefined;
    },
    get failure() {
      return failure;
    },
    get bound() {
      return bound;
    },
    get isInOrder() {
      return isInOrder;
    },
    get first() {
      return buffer.first;
    },
    waiting: buffer.values,
    async read() {
      if (!walk) return;
      const cursor = place();
      try {
        const { value, done } = await walk.next();
        // A walk that was left ends too, and says nothing of the list.
        if (done && !isLeft) finish(walk);
        else if (!done) accept(walk, value, cursor);
      } catch (error) {
        options.signal?.throwIfAborted();
        failure = { error };
      }
    },
    give(isLate) {
      const { chat, footprint } = buffer.pop() as Waiting;
      trail.give(footprint);
      tally.given++;
      if (isLate) tally.late++;
      return chat;
    },
    retry() {
      failure = undefined;
    },
    stop() {
      isLeft = true;
      void walk?.return();
    },
    get mark() {
      // What is still to be given of a list that was read to its end has to be read again.
      if (buffer.size === 0 && end !== undefined) return { end };
      const { cursor, given } = trail.placeAt(place());
      return { cursor, given: [...ahead, ...given] };
    },
    get receipt() {
      return toReceipt();
    },
  };

  /** Where the walk stands; where it began, until it has passed enough chats for a cursor that stays good when some go. */
  function place(): string {
    return tally.read < stride ? begin : (walk?.cursor ?? begin);
  }

  function accept({ receipt }: Walk<unknown>, raw: unknown, cursor: string): void {
    const chat = toChat(raw, agent);
    const times: Times = { created: toTime(chat.createdAt), updated: toTime(chat.updatedAt) };
    tally.read++;
    for (const time of ["created", "updated"] as const) if (!Number.isNaN(times[time])) last[time] = times[time];
    const bounding = boundingTime(by, receipt, tally.read);
    isInOrder = bounding === "unknown" ? bounding : bounding !== undefined;
    bound = bounding === "created" || bounding === "updated" ? last[bounding] : Infinity;
    if (!matches(chat)) {
      tally.dropped++;
      return;
    }
    // Chats without an identifier cannot be told apart when they are read again.
    const print = chat.id && toPrint(chat.id);
    const isGiven = ahead.delete(print);
    const footprint = trail.note(cursor, print, isGiven);
    const time = Number.isNaN(times[by]) ? -Infinity : times[by];
    if (!isGiven) buffer.push({ chat, time, rank: tally.read, footprint });
  }

  function finish({ receipt }: Walk<unknown>): void {
    end = receipt.complete;
    bound = -Infinity;
  }

  function toReceipt(): SourceReceipt {
    return {
      vendor,
      name,
      status: end !== undefined ? "exhausted" : failure ? "failed" : "open",
      error: failure?.error,
      cursor: end === undefined ? walk?.cursor : undefined,
      isInOrder,
      horizon: toHorizon(bound),
      ...tally,
      waiting: buffer.size,
      walk: walk?.receipt,
    };
  }
}

function toTime(text: string | null | undefined): number {
  return text === null || text === undefined ? Number.NaN : Date.parse(text);
}
