import type { AnyUnifiedFilter, FeedReceipt, FeedWalk, Unified, UnifiedChat } from "@agent-chats/client/unified";
import { vendorIds } from "@agent-chats/schema";
import type { Failure, Report } from "../model/report.ts";
import type { ReadPage, Row } from "../model/row.ts";

/** Rows that the list grows by. */
const size = 50;
/** What one request asks a vendor for. */
const pageSize = 50;

/** A walk of the feed that stands at a cursor. */
interface Held {
  readonly cursor: string | undefined;
  readonly walk: FeedWalk;
  readonly controller: AbortController;
}

/**
 * Reads a feed page by page. Between two pages the walk is kept where it stands, so that nothing is read twice; from any
 * other place it is resumed by its cursor.
 */
export function createFeedReader(
  unified: Unified,
  filter: () => AnyUnifiedFilter,
  toRow: (chat: UnifiedChat) => Row,
): ReadPage<Row> {
  let held: Held | undefined;
  let wanted: AnyUnifiedFilter | undefined;
  const start = (cursor: string | undefined): Held => {
    const controller = new AbortController();
    // Ages are counted from when the list is begun: a cursor belongs to the instants that they were then.
    if (cursor === undefined) wanted = undefined;
    wanted ??= filter();
    const feed = unified.chats(wanted, { unanswerable: "leaveOut", pageSize });
    return { cursor, controller, walk: feed.walk({ cursor, signal: controller.signal }) };
  };
  return async (cursor, signal) => {
    signal.throwIfAborted();
    const mine = cursor !== undefined && held?.cursor === cursor ? held : start(cursor);
    held = undefined;
    const chats = await readChats(mine, signal);
    const { receipt } = mine.walk;
    const isAtEnd = receipt.sources.every(({ status, waiting }) => status === "exhausted" && waiting === 0);
    const next = isAtEnd ? undefined : mine.walk.cursor;
    if (next !== undefined) held = { ...mine, cursor: next };
    return { items: chats.map(toRow), total: { kind: "unknown" }, cursor: next, report: toReport(receipt) };
  };
}

/** The next chats of a walk. An error that comes after some is asked for again with the next page. */
async function readChats({ walk, controller }: Held, signal: AbortSignal): Promise<UnifiedChat[]> {
  const chats: UnifiedChat[] = [];
  const leave = () => controller.abort(signal.reason);
  signal.addEventListener("abort", leave, { once: true });
  try {
    while (chats.length < size) {
      const { value, done } = await walk.next();
      if (done) break;
      chats.push(value);
    }
  } catch (error) {
    if (chats.length === 0 || signal.aborted) throw error;
  } finally {
    signal.removeEventListener("abort", leave);
  }
  return chats;
}

function toReport(receipt: FeedReceipt): Report {
  const { sources, leftOut, horizon } = receipt;
  const failures = vendorIds.flatMap((vendor): Failure[] => {
    const lists = sources.filter((source) => source.vendor === vendor);
    const failed = lists.filter(({ status }) => status === "failed");
    if (failed.length === 0) return [];
    return [{ vendor, error: failed[0]?.error, failedLists: failed.length, lists: lists.length }];
  });
  const unordered = vendorIds.filter((vendor) =>
    sources.some((source) => source.vendor === vendor && source.isInOrder === false),
  );
  return { failures, leftOut, unordered, horizon: horizon.kind === "at" ? horizon.time : undefined, receipt };
}
