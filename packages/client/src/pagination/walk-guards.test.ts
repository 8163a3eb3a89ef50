import { describe, expect, test } from "vitest";
import { collect } from "../../test/collect.ts";
import { byPage, idsFrom, idsOf, serve, withoutTotal, withRange, withTotal } from "../../test/dialects.ts";
import { type ListServer, newest, type Row, rows, toRow } from "../../test/list-server.ts";
import { settleTurns } from "../../test/turns.ts";

/** Changes the list before one request. */
function changeAt(server: ListServer, at: number, change: (rows: Row[]) => Row[]) {
  server.before = (request) => {
    if (request === at) server.rows = change(server.rows);
  };
}

/** Rows by time of update, the oldest first. */
function oldestUpdateFirst(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => toRow((index * 7) % count, index - count));
}

/** Updates the row at a place of such a list: it moves to the end. */
function touch(list: Row[], place: number): Row[] {
  const moved = { ...(list[place] as Row), updatedAt: newest + 100_000 };
  return [...list.filter((_, index) => index !== place), moved];
}

/** The offsets that were asked for, as the requests said them. */
function offsetsOf({ requests }: ListServer): (string | null)[] {
  return requests.map((path) => new URL(path, "http://x").searchParams.get("offset"));
}

describe("one item at a time", () => {
  test("goes on behind an item that comes again because another came in before it", async () => {
    const server = serve(withoutTotal, 12);
    server.clamp = 1;
    changeAt(server, 5, (list) => [...rows(1, -1), ...list]);
    expect(idsOf(await withoutTotal.list(server, { pageSize: 10 }).toArray())).toEqual(idsFrom(12));
  });

  test("is complete with the only item there is, if nothing comes in", async () => {
    const walk = withoutTotal.list(serve(withoutTotal, 1), { pageSize: 10 }).walk();
    expect(idsOf(await collect(walk))).toEqual(["r0"]);
    expect(walk.receipt).toMatchObject({ stopReason: "empty", complete: true });
  });

  test("is not complete where a second item came in after nothing was behind the first", async () => {
    const server = serve(withoutTotal, 1);
    server.clamp = 1;
    changeAt(server, 3, (list) => [...rows(1, -1), ...list]);
    const walk = withoutTotal.list(server, { pageSize: 10 }).walk();
    expect(idsOf(await collect(walk))).toEqual(["r0", "r-1"]);
    expect(walk.receipt).toMatchObject({ order: undefined, stopReason: "empty", complete: "unknown" });
  });
});

describe("a list by update, the oldest first", () => {
  test.each([withoutTotal, withTotal])(
    "is not left by an end that was read before a row went there: $name",
    async (dialect) => {
      const server = serve(dialect, oldestUpdateFirst(30));
      const ids = server.rows.map(({ id }) => id);
      let release = () => {};
      const hasMoved = new Promise<void>((resolve) => {
        release = resolve;
      });
      server.before = (request) => {
        // The second page is answered after the last one, and after one of its rows has moved behind that.
        if (request === 2) return hasMoved;
        if (request !== 4) return undefined;
        void settleTurns().then(() => {
          server.rows = touch(server.rows, 12);
          release();
        });
      };
      const given = idsOf(await dialect.list(server, { pageSize: 10, readAhead: 3 }).toArray());
      expect(given).toEqual([...ids.filter((_, place) => place !== 12), ids[12]]);
    },
  );

  test("repeats no row that moved to its end after it was delivered, though the vendor tells no time", async () => {
    const server = serve(withoutTotal, oldestUpdateFirst(30));
    server.now = undefined;
    const ids = server.rows.map(({ id }) => id);
    const walk = withoutTotal.list(server, { pageSize: 10 }).walk();
    for (let taken = 0; taken < 12; taken++) await walk.next();
    const { cursor } = walk;
    server.rows = touch(server.rows, 8);
    const rest = await withoutTotal.list(server, { pageSize: 10, cursor }).toArray();
    expect(idsOf(rest)).toEqual(ids.slice(12));
  });
});

describe("a walk from the end", () => {
  test("is not complete on a server that ignores the position, though each answer is a little different", async () => {
    const server = serve(withTotal, 30);
    server.isStuck = true;
    server.before = (request) => {
      server.rows = [...rows(1, -request), ...server.rows.slice(0, -1)];
    };
    const walk = withTotal.list(server, { pageSize: 10, consistency: "exact" }).walk();
    const ids = idsOf(await collect(walk));
    expect(ids).not.toContain("r20");
    expect(walk.receipt).toMatchObject({ walk: "backward", stopReason: "total", complete: "unknown" });
  });

  test("asks for places that there are where the vendor leaves the total out of an answer", async () => {
    const server = serve(withTotal, 60);
    const more = rows(15, -15);
    server.before = (request) => {
      if (request === 3) server.rows = [...more, ...server.rows];
      server.total = request === 3 ? () => undefined : undefined;
    };
    const walk = withTotal.list(server, { pageSize: 10, consistency: "exact" }).walk();
    const ids = idsOf(await collect(walk));
    expect(ids).toEqual([...more, ...rows(60)].map(({ id }) => id).toReversed());
    expect(walk.receipt.gapsRepaired).toBe(1);
    for (const offset of offsetsOf(server)) expect(offset).toMatch(/^\d+$/);
  });
});

describe("a step back", () => {
  test("forward ends with the first item of the answer that did not join", async () => {
    const server = serve(withoutTotal, 60);
    changeAt(server, 3, (list) => list.slice(9));
    const ids = idsOf(await withoutTotal.list(server, { pageSize: 10 }).toArray());
    expect(offsetsOf(server).slice(0, 4)).toEqual(["0", "9", "18", "9"]);
    expect(ids).toEqual(idsFrom(60));
  });

  test("backward begins with the last item of the answer that did not join", async () => {
    const server = serve(withTotal, 60);
    changeAt(server, 3, (list) => [...rows(9, -9), ...list]);
    const walk = withTotal.list(server, { pageSize: 10, consistency: "exact" }).walk();
    expect(idsOf(await collect(walk))).toEqual([...rows(9, -9), ...rows(60)].map(({ id }) => id).toReversed());
    expect(offsetsOf(server).slice(0, 4)).toEqual(["0", "50", "41", "50"]);
  });
});

describe("a cursor whose items are gone", () => {
  test("is refused by the same name each time the walk is asked to go on", async () => {
    const server = serve(withoutTotal, 45);
    const walk = withoutTotal.list(server, { pageSize: 10 }).walk();
    for (let taken = 0; taken < 12; taken++) await walk.next();
    server.rows = server.rows.slice(12);
    const resumed = withoutTotal.list(server, { pageSize: 10, cursor: walk.cursor }).walk();
    for (let attempt = 0; attempt < 3; attempt++) {
      const requests = server.requests.length;
      await expect(resumed.next()).rejects.toMatchObject({ name: "CursorError", kind: "cursor", cursor: walk.cursor });
      expect(server.requests.length).toBeGreaterThan(requests);
    }
  });
});

describe("windows of creation time", () => {
  test.each(["after", "before"] as const)(
    "lose no row at one bound, where those at the other fill an answer: %s",
    async (range) => {
      // One row a millisecond, and more than an answer holds in one of them, which in turn is the bound of some window.
      for (let burst = 0; burst < 60; burst++) {
        const ages = Array.from({ length: 60 }, (_, age) => age).flatMap((age) =>
          Array<number>(age === burst ? 25 : 1).fill(age),
        );
        const list = ages.map((age, index) => ({ id: `r${index}`, createdAt: newest - age }));
        const server = serve(withRange, range === "after" ? list.toReversed() : list);
        server.range = range;
        server.now = newest;
        const walk = withRange.list(server, { pageSize: 10, consistency: "exact" }).walk();
        expect(idsOf(await collect(walk)).toSorted()).toEqual(idsFrom(list.length).toSorted());
        expect(walk.receipt.walk).toBe("windows");
      }
    },
  );
});

describe("a window beside a millisecond that fills an answer", () => {
  test.each([
    ["older", 1],
    ["older", 8],
    ["newer", 55],
    ["newer", 61],
  ] as const)("is cut off from it, where that is the %s one, and few requests do it: %i", async (side, burst) => {
    const even = rows(60).map((row, index) => ({ ...row, createdAt: newest - index * 7 }));
    const full = rows(15, 60).map((row) => ({ ...row, createdAt: newest - burst }));
    const server = serve(withRange, [...even, ...full]);
    const walk = withRange.list(server, { pageSize: 10, consistency: "exact" }).walk();
    expect(idsOf(await collect(walk)).toSorted()).toEqual(idsFrom(75).toSorted());
    expect(walk.receipt.walk).toBe("windows");
    const ranges = server.requests.map((path) => {
      const { searchParams } = new URL(path, "http://x");
      const [after, before] = ["createdAfter", "createdBefore"].map((name) => Date.parse(searchParams.get(name) ?? ""));
      return { after: newest - (after ?? 0), before: newest - (before ?? 0) };
    });
    const cut = ranges.filter(({ after, before }) => after - before === 2);
    expect(cut.map(({ after, before }) => (side === "older" ? after : before))).toContain(burst);
    expect(server.requests.length).toBeLessThanOrEqual(65);
  });
});

describe("a walk by page numbers without a total", () => {
  test("is not sure of an end that only a later page shows, which did not overlap with the one before", async () => {
    const server = serve(byPage, 3);
    server.total = () => undefined;
    server.clamp = 2;
    // The third row moves into the page that was read while the one behind it is asked for.
    changeAt(server, 3, (list) => list.slice(1));
    const walk = byPage.list(server).walk();
    expect(idsOf(await collect(walk))).toEqual(idsFrom(2));
    expect(walk.receipt).toMatchObject({ stopReason: "empty", complete: "unknown" });
  });

  test("is sure of one that an overlapping page shows", async () => {
    const server = serve(byPage, 25);
    server.total = () => undefined;
    const walk = byPage.list(server).walk();
    expect(idsOf(await collect(walk))).toEqual(idsFrom(25));
    expect(walk.receipt).toMatchObject({ stopReason: "empty", complete: true });
  });
});
