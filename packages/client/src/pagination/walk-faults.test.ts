import { describe, expect, test, vi } from "vitest";
import { collect } from "../../test/collect.ts";
import { byPage, dialects, idsFrom, idsOf, serve, withoutTotal, withRange, withTotal } from "../../test/dialects.ts";
import { type ListServer, newest, type Row, rows } from "../../test/list-server.ts";
import type { PaginationError } from "../errors.ts";
import type { Walk } from "./listing.ts";

/** What a walk gave up to its end, or up to an error. */
async function collectUntilError(
  walk: Walk<unknown>,
): Promise<{ items: unknown[]; error: PaginationError | undefined }> {
  const items: unknown[] = [];
  try {
    for await (const item of { [Symbol.asyncIterator]: () => ({ next: () => walk.next() }) }) items.push(item);
    return { items, error: undefined };
  } catch (error) {
    return { items, error: error as PaginationError };
  }
}

describe("a server that gives one page for ever", () => {
  test.each([withRange, withoutTotal, withTotal])("is noticed after three answers: $name", async (dialect) => {
    const server = serve(dialect, 1000);
    server.isStuck = true;
    const walk = dialect.list(server, { pageSize: 10 }).walk();
    const { items, error } = await collectUntilError(walk);
    expect(idsOf(items)).toEqual(idsFrom(10));
    expect(server.requests).toHaveLength(3);
    expect(error).toMatchObject({ name: "PaginationError", kind: "pagination", retryable: true, cursor: walk.cursor });
    expect(error?.message).toContain("gives the same 10 items at every position.");
    expect(error?.receipt).toMatchObject({ requests: 3, items: 10, duplicates: 20, complete: false });
    expect(walk.receipt.complete).toBe(false);
  });

  test("by page number is noticed too, though its pages are of other sizes", async () => {
    const server = serve(byPage, 1000);
    server.isStuck = true;
    const walk = byPage.list(server, { pageSize: 10 }).walk();
    const { items, error } = await collectUntilError(walk);
    expect(idsOf(items)).toEqual(idsFrom(10));
    expect(server.requests.length).toBeLessThanOrEqual(25);
    expect(error).toMatchObject({ name: "PaginationError", cursor: walk.cursor, receipt: { items: 10 } });
  });

  test.each([withTotal, byPage])("is noticed from the end as well: $name", async (dialect) => {
    const server = serve(dialect, 1000);
    server.isStuck = true;
    const walk = dialect.list(server, { pageSize: 10, consistency: "exact" }).walk();
    const { error } = await collectUntilError(walk);
    expect(error).toMatchObject({ name: "PaginationError", cursor: walk.cursor });
    expect(server.requests.length).toBeLessThanOrEqual(25);
    expect(walk.receipt.complete).toBe(false);
  });

  test.each(dialects)("is noticed with the rows in ever other orders, or two pages in turn: $name", async (dialect) => {
    const turns = [(rows: Row[]) => [...rows.slice(1), ...rows.slice(0, 1)], (rows: Row[]) => rows.toReversed()];
    for (const turn of turns) {
      const server = serve(dialect, 20);
      server.isStuck = true;
      server.total = () => 1000;
      server.before = () => {
        server.rows = turn(server.rows);
      };
      const walk = dialect.list(server, { pageSize: 10 }).walk();
      const { error } = await collectUntilError(walk);
      expect(server.requests.length).toBeLessThanOrEqual(50);
      if (!error) expect(walk.receipt.complete).toBe("unknown");
    }
  });

  test("may go on: the walk asks once more when it is asked to", async () => {
    const server = serve(withTotal, 25);
    server.isStuck = true;
    const walk = withTotal.list(server, { pageSize: 10 }).walk();
    const { items } = await collectUntilError(walk);
    server.isStuck = false;
    expect(idsOf([...items, ...(await collect(walk))])).toEqual(idsFrom(25));
    expect(walk.receipt.complete).toBe("unknown");
  });
});

/** Lets as many rows come in before each request, at the head of the list or at its end. */
function grow(server: ListServer, count: number, place: "head" | "end") {
  server.before = (request) => {
    server.now = newest + request * 3000;
    const createdAt = server.now;
    const added = rows(count, -count * request).map((row) => ({ ...row, createdAt }));
    server.rows = place === "head" ? [...added, ...server.rows] : [...server.rows, ...added];
  };
}

describe("a list that grows as fast as it is read", () => {
  const modes = dialects.flatMap((dialect) =>
    (["ordered", "exact"] as const).flatMap((consistency) =>
      [1, 10, 30].map((growth) => ({ dialect, consistency, growth, name: dialect.name })),
    ),
  );

  async function expectAnEnd(mode: (typeof modes)[number], server: ListServer) {
    const walk = mode.dialect.list(server, { pageSize: 10, consistency: mode.consistency }).walk();
    const { items, error } = await collectUntilError(walk);
    expect(server.requests.length).toBeLessThanOrEqual(150);
    expect(new Set(idsOf(items)).size).toBe(items.length);
    if (error) expect([error.name, mode.growth > 1]).toEqual(["PaginationError", true]);
    else expect(idsOf(items)).toEqual(expect.arrayContaining(idsFrom(40)));
  }

  test.each(modes)("by $growth at its head holds no walk for ever: $name, $consistency", async (mode) => {
    const server = serve(mode.dialect, 40);
    grow(server, mode.growth, "head");
    await expectAnEnd(mode, server);
  });

  test.each(modes)("by $growth at its end holds no walk for ever: $name, $consistency", async (mode) => {
    const server = serve(mode.dialect, rows(40).toReversed());
    grow(server, mode.growth, "end");
    await expectAnEnd(mode, server);
  });

  test("at its end by time of creation is left after what was there when the walk began", async () => {
    const server = serve(withoutTotal, rows(40).toReversed());
    grow(server, 30, "end");
    const walk = withoutTotal.list(server, { pageSize: 10 }).walk();
    const { items } = await collectUntilError(walk);
    expect(idsOf(items).slice(0, 40)).toEqual(idsFrom(40).toReversed());
    // What came in is not so much newer that a clock which is behind could not have hidden what was there before.
    expect(walk.receipt).toMatchObject({ stopReason: "grown", complete: "unknown" });
  });

  test("at its end is complete where it is left more than a minute after the walk began, by the vendor's clock", async () => {
    for (const [isTold, complete] of [
      [true, true],
      [false, "unknown"],
    ] as const) {
      const server = serve(withoutTotal, rows(40).toReversed());
      let now = newest + 5000;
      server.now = isTold ? now : undefined;
      server.before = (request) => {
        if (request === 1) return;
        now += 120_000;
        server.now &&= now;
        server.rows = [...server.rows, ...rows(30, (newest - now) / 1000).toReversed()];
      };
      const walk = withoutTotal.list(server, { pageSize: 10 }).walk();
      const own = vi.spyOn(Date, "now").mockImplementation(() => now);
      const { items } = await collectUntilError(walk);
      own.mockRestore();
      expect(idsOf(items).slice(0, 40)).toEqual(idsFrom(40).toReversed());
      expect(walk.receipt).toMatchObject({ stopReason: "grown", complete });
    }
  });

  test("faster than it can be read ends in an error, whose cursor and receipt count all that was delivered", async () => {
    const server = serve(withoutTotal, 40);
    grow(server, 30, "head");
    const walk = withoutTotal.list(server, { pageSize: 10 }).walk();
    const { items, error } = await collectUntilError(walk);
    expect(error?.message).toBe("Cargo, list messages: the listing changes faster than it can be read.");
    expect(error).toMatchObject({ cursor: walk.cursor, receipt: { items: items.length } });
    server.before = undefined;
    const rest = await withoutTotal.list(server, { pageSize: 10, cursor: error?.cursor }).toArray();
    expect(idsOf(rest)).toEqual(expect.arrayContaining(idsFrom(40)));
    expect(idsOf(rest).filter((id) => idsOf(items).includes(id))).toEqual([]);
  });
});

describe("a server that gives nothing and counts more", () => {
  test("makes an error that says where", async () => {
    const server = serve(withTotal, 10);
    server.total = () => 50;
    const walk = withTotal.list(server, { pageSize: 10 }).walk();
    const { items, error } = await collectUntilError(walk);
    expect(items).toHaveLength(10);
    expect(error?.message).toBe(
      "Cotool, list agent chats: the listing gives nothing behind position 9, although it counts 50 items.",
    );
    expect(walk.receipt.complete).toBe(false);
    await expect(withTotal.list(server, { pageSize: 10 }).page(walk.cursor)).rejects.toMatchObject({
      kind: "pagination",
    });
  });

  test("is told after three empty answers in a row, and not only back at the first item", async () => {
    const server = serve(withTotal, 100);
    server.failures.push(...Array.from({ length: 6 }, () => undefined));
    server.failures.push(...Array.from({ length: 50 }, () => () => Response.json({ chats: [], totalCount: 100 })));
    const { error } = await collectUntilError(withTotal.list(server, { pageSize: 10 }).walk());
    expect(error?.message).toMatch(/gives nothing behind position [1-9]\d*, although it counts 100 items/);
    expect(server.requests).toHaveLength(9);
  });

  test.each([withTotal, byPage])("for a moment is repaired: $name", async (dialect) => {
    const server = serve(dialect, 30);
    const empty = () => {
      const headers = { "pagination-count": "30" };
      return dialect === byPage ? Response.json([], { headers }) : Response.json({ chats: [], totalCount: 30 });
    };
    server.failures.push(undefined, empty);
    const walk = dialect.list(server, { pageSize: 10 }).walk();
    expect(idsOf(await collect(walk))).toEqual(idsFrom(30));
    // By page number it may be a page beyond the end, of a server that ignores the size: it is asked for once more.
    expect(walk.receipt).toMatchObject({ gapsRepaired: dialect === byPage ? 0 : 1, failures: 0 });
  });
});

describe("a server that ignores the size", () => {
  const sizes = [7, 16, 30, 100].flatMap((fixedSize) => [false, true].map((isExact) => ({ fixedSize, isExact })));

  test.each(sizes)("loses nothing by pages of $fixedSize, exact: $isExact", async ({ fixedSize, isExact }) => {
    for (const dialect of dialects) {
      const server = serve(dialect, 95);
      server.fixedSize = fixedSize;
      const walk = dialect.list(server, { pageSize: 10, consistency: isExact ? "exact" : "ordered" }).walk();
      const items = await collect(walk);
      expect(new Set(idsOf(items))).toEqual(new Set(idsFrom(95)));
      expect(items).toHaveLength(95);
      expect(walk.receipt.requests).toBeLessThanOrEqual(100);
    }
  });

  test.each(["ordered", "exact"] as const)(
    "is walked in pages as large as the caller's, too: %s",
    async (consistency) => {
      for (const pageSize of [10, 20]) {
        for (let count = pageSize; count < 2 * pageSize - 1; count++) {
          const server = serve(byPage, count);
          server.fixedSize = pageSize;
          const walk = byPage.list(server, { pageSize, consistency }).walk();
          expect(idsOf(await collect(walk)).toSorted()).toEqual(idsFrom(count).toSorted());
          expect(walk.receipt.requests).toBeLessThanOrEqual(5);
        }
      }
    },
  );
});
