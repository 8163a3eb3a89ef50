import { describe, expect, test } from "vitest";
import { collect } from "../../test/collect.ts";
import { type Dialect, dialects, idsFrom, idsOf, serve, withoutTotal } from "../../test/dialects.ts";
import { type ListServer, newest, type Row, rows, toRow } from "../../test/list-server.ts";
import type { WalkOptions } from "./options.ts";

const modes = dialects.flatMap((dialect) =>
  (["ordered", "exact"] as const).flatMap((consistency) =>
    [0, 3].map((readAhead) => ({ dialect, consistency, readAhead, name: dialect.name })),
  ),
);

/** Changes the list before the second request, and no more. */
function changeOnce(server: ListServer, change: (rows: Row[]) => Row[]) {
  server.before = (request) => {
    if (request === 2) server.rows = change(server.rows);
  };
}

/** The same rows, with a time of update each: in seconds after `newest`, falling or rising from row to row. */
function byUpdate(direction: "ascending" | "descending", count: number): Row[] {
  const list = Array.from({ length: count }, (_, index) => toRow((index * 7) % count, -index));
  return direction === "descending" ? list : list.toReversed();
}

/** Updates a row, as many seconds after `newest`: it moves to the end that holds the newest updates. */
function touch(list: Row[], id: string, updated: number): Row[] {
  const row = { ...list.find((candidate) => candidate.id === id), updatedAt: newest + updated * 1000 };
  const others = list.filter((candidate) => candidate.id !== id);
  const isDescending = (others[0]?.updatedAt ?? 0) > (others[1]?.updatedAt ?? 0);
  return isDescending ? [row, ...others] : [...others, row];
}

async function walkAll(dialect: Dialect, server: ListServer, options: WalkOptions = {}) {
  const walk = dialect.list(server, { pageSize: 10, ...options }).walk();
  const ids = idsOf(await collect(walk));
  expect(new Set(ids).size).toBe(ids.length);
  return { ids, receipt: walk.receipt };
}

describe.each(modes)("on $name, $consistency, $readAhead ahead, a walk", ({ dialect, consistency, readAhead }) => {
  const options = { consistency, readAhead };

  test.each([1, 3, 9, 10, 15])("gives what is pushed on by %i rows that come in at the head once", async (count) => {
    const server = serve(dialect, 50);
    changeOnce(server, (list) => [...rows(count, -count), ...list]);
    const { ids, receipt } = await walkAll(dialect, server, options);
    expect(ids.filter((id) => !id.startsWith("r-")).length).toBe(50);
    expect(receipt).toMatchObject({ failures: 0 });
    expect(receipt.complete).not.toBe(false);
  });

  test.each([1, 3, 9, 10, 15])("misses nothing where %i rows go that stood before it", async (count) => {
    const server = serve(dialect, 50);
    changeOnce(server, (list) => list.slice(count));
    const { ids, receipt } = await walkAll(dialect, server, options);
    expect(ids).toEqual(expect.arrayContaining(idsFrom(50 - count, count)));
    expect(receipt.complete).not.toBe(false);
  });

  test("misses nothing where rows go and others come in at once, so that the places stay", async () => {
    const server = serve(dialect, 50);
    changeOnce(server, (list) => [...rows(4, -4), ...list.slice(0, 2), ...list.slice(6)]);
    const { ids } = await walkAll(dialect, server, options);
    expect(ids).toEqual(expect.arrayContaining([...idsFrom(2), ...idsFrom(44, 6)]));
  });

  test("ends where all rows are gone", async () => {
    const server = serve(dialect, 50);
    changeOnce(server, () => []);
    const { receipt } = await walkAll(dialect, server, options);
    expect(receipt.complete).not.toBe(false);
  });

  test("by update, the newest first, gives a row that jumps to the head while it is ahead", async () => {
    const server = serve(dialect, byUpdate("descending", 50));
    const mover = server.rows[35]?.id ?? "";
    changeOnce(server, (list) => touch(list, mover, 100));
    const { ids, receipt } = await walkAll(dialect, server, options);
    expect(ids.toSorted()).toEqual(idsFrom(50).toSorted());
    expect(receipt.complete).toBe(true);
  });

  test("by update, the newest first, does not repeat a row that jumps to the head after it was given", async () => {
    const server = serve(dialect, byUpdate("descending", 50));
    const mover = server.rows[3]?.id ?? "";
    changeOnce(server, (list) => touch(list, mover, 100));
    const { ids, receipt } = await walkAll(dialect, server, options);
    expect(ids.toSorted()).toEqual(idsFrom(50).toSorted());
    expect(receipt.complete).toBe(true);
  });

  test("by update, the oldest first, gives a row that jumps to the end once, before or after its jump", async () => {
    for (const place of [3, 9, 35]) {
      const server = serve(dialect, byUpdate("ascending", 50));
      const mover = server.rows[place]?.id ?? "";
      changeOnce(server, (list) => touch(list, mover, 100));
      const { ids, receipt } = await walkAll(dialect, server, options);
      expect(ids.toSorted()).toEqual(idsFrom(50).toSorted());
      expect(receipt.complete).toBe(true);
    }
  });
});

describe.each(dialects)("the receipt of a walk by $name", (dialect) => {
  test("is complete where rows came in or went, as the list is by time of creation", async () => {
    for (const change of [(list: Row[]) => [...rows(3, -3), ...list], (list: Row[]) => list.slice(3)]) {
      const server = serve(dialect, 50);
      changeOnce(server, change);
      const { receipt } = await walkAll(dialect, server);
      expect(receipt.complete).toBe(true);
      expect(receipt.order).toEqual({ by: "created", direction: "descending" });
    }
  });

  test("counts the gaps that were repaired", async () => {
    const server = serve(dialect, 50);
    changeOnce(server, (list) => list.slice(5));
    expect((await walkAll(dialect, server)).receipt.gapsRepaired).toBeGreaterThanOrEqual(1);
    expect((await walkAll(dialect, serve(dialect, 50))).receipt.gapsRepaired).toBe(0);
  });

  test("counts how often the head was walked again, once on a list at rest", async () => {
    const { receipt } = await walkAll(dialect, serve(dialect, byUpdate("descending", 50)));
    expect(receipt).toMatchObject({ headWalks: 1, complete: true });
    expect(receipt.order).toEqual({ by: "updated", direction: "descending" });
  });

  test("is unknown without a walk of the head, as a row may have jumped there", async () => {
    const server = serve(dialect, byUpdate("descending", 50));
    const mover = server.rows[35]?.id ?? "";
    changeOnce(server, (list) => touch(list, mover, 100));
    const { ids, receipt } = await walkAll(dialect, server, { settle: false });
    expect(ids).not.toContain(mover);
    expect(receipt).toMatchObject({ headWalks: 0, complete: "unknown" });
  });

  test("is unknown where the list has no order that shows, over several answers", async () => {
    const list = Array.from({ length: 50 }, (_, index) => toRow((index * 7) % 50, (index * 11) % 50));
    const { ids, receipt } = await walkAll(dialect, serve(dialect, list));
    expect(ids.toSorted()).toEqual(idsFrom(50).toSorted());
    expect(receipt).toMatchObject({ order: undefined, complete: "unknown" });
  });

  test("is unknown where rows jump to the head for ever", async () => {
    const server = serve(dialect, byUpdate("descending", 50));
    server.before = (request) => {
      for (let count = 0; count < 15; count++) {
        server.rows = touch(server.rows, server.rows[20]?.id ?? "", request * 100 + count);
      }
    };
    const walk = dialect.list(server, { pageSize: 10 }).walk();
    await collect(walk).catch(() => {});
    expect(walk.receipt.complete).not.toBe(true);
    expect(server.requests.length).toBeLessThan(700);
  });
});

describe("a row by which requests overlap", () => {
  test("proves nothing once it has changed: it may have moved away from its neighbours", async () => {
    const server = serve(withoutTotal, byUpdate("descending", 50));
    const anchor = server.rows[9]?.id ?? "";
    // Row 9 jumps to the head and 8 others go: at its place stands one that is 8 places further on.
    changeOnce(server, (list) => touch(list, anchor, 100).filter((_, index) => index === 0 || index > 8));
    const left = server.rows.filter((_, index) => index > 7).map(({ id }) => id);
    const { ids, receipt } = await walkAll(withoutTotal, server);
    expect(ids).toEqual(expect.arrayContaining(left));
    expect(receipt).toMatchObject({ gapsRepaired: 1, complete: true });
  });
});
