import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collect } from "../../test/collect.ts";
import { type ListName, listNames, serveFeed } from "../../test/feed-servers.ts";
import { newest, type Row, rows } from "../../test/list-server.ts";
import type { FeedWalk } from "./feed.ts";
import type { FeedOptions } from "./feed-options.ts";
import type { UnifiedChat } from "./index.ts";

/** How a list of a run is ordered. */
const orders = {
  "newest first": (left: Row, right: Row) => (right.createdAt ?? 0) - (left.createdAt ?? 0),
  "last updated first": (left: Row, right: Row) => (right.updatedAt ?? 0) - (left.updatedAt ?? 0),
  "oldest first": (left: Row, right: Row) => (left.createdAt ?? 0) - (right.createdAt ?? 0),
  "by nothing": (left: Row, right: Row) => ((left.createdAt ?? 0) % 97) - ((right.createdAt ?? 0) % 97),
};
type Order = keyof typeof orders;

/** Rows of a list: gaps between creations, and how long each was worked on, in seconds. */
const list = (...choice: Order[]) =>
  fc.record({
    order: fc.constantFrom(...choice),
    gaps: fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 9000 })), { maxLength: 60 }),
  });
const listsOf = (...choice: Order[]) => fc.tuple(...listNames.map(() => list(...choice)));
type Lists = typeof listsOf extends (...choice: Order[]) => fc.Arbitrary<infer Value> ? Value : never;

const by = fc.constantFrom("created", "updated");
const pageSize = fc.integer({ min: 2, max: 30 });
/** Both times to the millisecond apart, so that the order of a list is never in doubt for want of differences. */
function toRows(prefix: string, { order, gaps }: Lists[number]): Row[] {
  let createdAt = newest;
  const rows = gaps.map(([gap, worked], index): Row => {
    createdAt -= gap * 1000 + 7;
    return { id: `${prefix}${index}`, createdAt, updatedAt: createdAt + worked * 1000 + index * 3 };
  });
  return rows.sort(orders[order]);
}

function serve(lists: Lists) {
  const rows = Object.fromEntries(listNames.map((name, index) => [name, toRows(`${name}-`, lists[index] as Lists[0])]));
  return { ...serveFeed(rows as Record<ListName, Row[]>), rows: Object.values(rows).flat() };
}

const timeOf = (chat: UnifiedChat, time: FeedOptions["by"] = "created") =>
  Date.parse((time === "created" ? chat.createdAt : chat.updatedAt) ?? "");
const sortedIds = (rows: readonly Row[], time: FeedOptions["by"] = "created") =>
  rows
    .toSorted((left, right) =>
      time === "created"
        ? (right.createdAt ?? 0) - (left.createdAt ?? 0)
        : (right.updatedAt ?? 0) - (left.updatedAt ?? 0),
    )
    .map((row) => (time === "created" ? row.createdAt : row.updatedAt));
const idsOf = (chats: readonly UnifiedChat[]) => chats.map(({ id }) => id).sort();
const everyId = (rows: readonly Row[]) => rows.map(({ id }) => id ?? "").sort();

/** A rise of the time from one chat to the next: nothing is out of order where there is none. */
function rises(chats: readonly UnifiedChat[], time: FeedOptions["by"]): number {
  return chats.filter((chat, index) => index > 0 && timeOf(chat, time) > timeOf(chats[index - 1] as UnifiedChat, time))
    .length;
}

/** Checks with every chat that nothing is newer than what the feed had called final. */
async function watchHorizon(walk: FeedWalk): Promise<UnifiedChat[]> {
  const chats: UnifiedChat[] = [];
  let lowest = Number.POSITIVE_INFINITY;
  for await (const chat of walk) {
    expect(timeOf(chat, walk.receipt.by)).toBeLessThanOrEqual(lowest);
    const { horizon } = walk.receipt;
    if (horizon.kind === "at") lowest = Math.min(lowest, Date.parse(horizon.time));
    chats.push(chat);
  }
  expect(walk.receipt.horizon).toEqual({ kind: "all" });
  return chats;
}

describe("the feed", () => {
  test("is all chats of all lists in the order of their time, where each list shows it, and says that it is complete", () =>
    fc.assert(
      fc.asyncProperty(listsOf("newest first", "last updated first"), pageSize, async (lists, pageSize) => {
        const { unified, rows } = serve(lists);
        const walk = unified.chats({}, { pageSize }).walk();
        const chats = await watchHorizon(walk);
        expect(chats.map((chat) => timeOf(chat))).toEqual(sortedIds(rows));
        expect(idsOf(chats)).toEqual(everyId(rows));
        expect(walk.receipt.sources.map(({ late }) => late)).toEqual([0, 0, 0, 0]);
        expect(walk.receipt.items).toBe(rows.length);
        expect(walk.receipt.complete).toBe(true);
      }),
      { numRuns: 150 },
    ));

  test("is in the order of its time whatever the order of the lists, at the price of reading first what says nothing", () =>
    fc.assert(
      fc.asyncProperty(
        listsOf("newest first", "last updated first", "oldest first", "by nothing"),
        by,
        pageSize,
        async (lists, by, pageSize) => {
          // A list by creation of which a dozen chats show an order by update too cannot be told from one by update.
          fc.pre(by === "created" || lists.every(({ gaps }) => new Set(gaps.map(([, worked]) => worked)).size > 15));
          const { unified, rows } = serve(lists);
          const chats = await watchHorizon(unified.chats({}, { by, pageSize, settle: false }).walk());
          expect(chats.map((chat) => timeOf(chat, by))).toEqual(sortedIds(rows, by));
          expect(idsOf(chats)).toEqual(everyId(rows));
        },
      ),
      { numRuns: 150 },
    ));

  test("gives a list without an order as it comes where it is told to, and says so", async () => {
    const { unified, servers, rows } = serve([
      { order: "newest first", gaps: Array.from({ length: 40 }, () => [9, 1]) },
      { order: "newest first", gaps: [] },
      { order: "newest first", gaps: [] },
      { order: "oldest first", gaps: Array.from({ length: 40 }, () => [9, 1]) },
    ]);
    const walk = unified.chats({}, { pageSize: 20, unordered: "asItComes" }).walk();
    await walk.next();
    expect(servers.invent.requests.length).toBe(1);
    expect(walk.receipt.horizon).toEqual({ kind: "none" });
    expect(walk.receipt.sources.map(({ isInOrder }) => isInOrder)).toEqual([true, "unknown", "unknown", false]);
    const rest = await collect(walk);
    expect(rest.length + 1).toBe(rows.length);
    expect(rises(rest, "created")).toBeGreaterThan(0);
    expect(walk.receipt.sources.at(-1)?.late).toBeGreaterThan(0);

    const waits = unified.chats({}, { pageSize: 20 }).walk();
    await waits.next();
    expect(servers.invent.requests.length).toBeGreaterThan(4);
    expect(waits.receipt.sources.at(-1)).toMatchObject({ isInOrder: false, status: "exhausted" });
    expect(waits.waiting.length).toBeGreaterThan(39);
    expect(rises(waits.waiting, "created")).toBe(0);
  });

  test("by update reads a list by creation to its end first: its last chat may be the one that was updated last", async () => {
    const made = rows(60).map(
      (row, number): Row => ({ ...row, updatedAt: newest + 3_600_000 + ((number * 37) % 60) * 1000 }),
    );
    const { unified, servers } = serveFeed({ cargo: made, invent: rows(5, 100) });
    const walk = unified.chats({}, { by: "updated", pageSize: 20 }).walk();
    expect((await walk.next()).value?.updatedAt).toBe(new Date(newest + 3_600_000 + 59_000).toISOString());
    expect(servers.cargo.requests.length).toBeGreaterThan(3);
    expect(walk.receipt.sources[0]).toMatchObject({ status: "exhausted", isInOrder: false });
    expect(rises(await collect(walk), "updated")).toBe(0);
  });

  test("puts chats without that time last", async () => {
    const rows: Row[] = [{ id: "none" }, { id: "old", createdAt: newest - 9000 }, { id: "new", createdAt: newest }];
    const { unified } = serveFeed({ invent: rows, cargo: [{ id: "cargo", createdAt: newest - 5000 }] });
    const chats = await collect(unified.chats());
    expect(chats.map(({ id }) => id)).toEqual(["new", "cargo", "old", "none"]);
    expect(chats.at(-1)?.createdAt).toBeNull();
  });

  test("reads a list no further than it must for the chats that are taken", async () => {
    const gaps = Array.from({ length: 60 }, (): [number, number] => [9, 1]);
    const { unified, servers } = serve([1, 2, 3, 4].map(() => ({ order: "newest first", gaps })) as unknown as Lists);
    const walk = unified.chats({}, { pageSize: 20 }).walk();
    for (let count = 0; count < 30; count++) await walk.next();
    await walk.return();
    expect(listNames.map((name) => servers[name].requests.length)).toEqual([1, 1, 1, 1]);
    expect(walk.receipt.sources.map(({ waiting }) => waiting).every((waiting) => waiting <= 12)).toBe(true);
    expect(walk.receipt.complete).toBe(false);
    expect(walk.receipt.sources.map(({ status }) => status)).toEqual(["open", "open", "open", "open"]);
  });

  test("gives only what satisfies the filter, of servers that ignore every filter they are sent", () =>
    fc.assert(
      fc.asyncProperty(listsOf("newest first", "by nothing"), fc.nat({ max: 20_000 }), async (lists, seconds) => {
        const { unified, servers, rows } = serve(lists);
        servers.cargo.range = "ignored";
        const from = new Date(newest - seconds * 1000);
        const walk = unified.chats({ created: { from } }).walk();
        const chats = await collect(walk);
        const wanted = rows.filter(({ createdAt = 0 }) => createdAt >= from.getTime());
        expect(idsOf(chats)).toEqual(everyId(wanted));
        const { sources } = walk.receipt;
        expect(sources.reduce((sum, { dropped }) => sum + dropped, 0)).toBe(rows.length - wanted.length);
      }),
      { numRuns: 60 },
    ));
});
