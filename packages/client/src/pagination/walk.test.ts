import { describe, expect, test } from "vitest";
import { collect } from "../../test/collect.ts";
import { byPage, dialects, idsFrom, idsOf, serve, withoutTotal, withRange, withTotal } from "../../test/dialects.ts";
import type { Row } from "../../test/list-server.ts";
import { settleTurns } from "../../test/turns.ts";

describe.each(dialects)("a walk by $name", (dialect) => {
  const { list } = dialect;

  test.each([0, 1, 9, 10, 11, 25, 100])("gives each of %i items once, in the vendor's order", async (count) => {
    const walk = list(serve(dialect, count), { pageSize: 10 }).walk();
    expect(idsOf(await collect(walk))).toEqual(idsFrom(count));
    expect(walk.receipt).toMatchObject({ items: count, failures: 0, complete: true });
  });

  test("is the same whatever the page size", async () => {
    for (const pageSize of [1, 2, 3, 7, 20, 21, 99]) {
      expect(idsOf(await list(serve(dialect, 20), { pageSize }).toArray())).toEqual(idsFrom(20));
    }
  });

  test("overlaps from request to request, and asks for two items where one is wanted: one cannot overlap", async () => {
    const server = serve(dialect, 6);
    const sizes = () =>
      server.requests.map((path) => new URL(path, "http://x").searchParams.get(dialect.pagination.size));
    await collect(list(server, { pageSize: 1 }));
    expect(sizes()[0]).toBe("2");
    const walk = list(server, { pageSize: 4 }).walk();
    await collect(walk);
    expect(walk.receipt.duplicates).toBeGreaterThanOrEqual(1);
  });

  test("gives an item once that comes twice, in one answer or in two", async () => {
    for (const consistency of ["ordered", "exact"] as const) {
      for (const [count, from, to] of [
        [6, 2, 3],
        [25, 2, 5],
        [25, 2, 20],
        [25, 12, 13],
      ] as const) {
        const server = serve(dialect, count);
        server.rows.splice(to, 0, server.rows[from] as Row);
        const walk = list(server, { pageSize: 10, consistency }).walk();
        expect(idsOf(await collect(walk)).toSorted()).toEqual(idsFrom(count).toSorted());
        expect(walk.receipt.duplicates).toBeGreaterThanOrEqual(1);
      }
    }
  });

  test("is the same on a server that clamps the size", async () => {
    for (const clamp of [1, 2, 3, 4, 9]) {
      const server = serve(dialect, 25);
      server.clamp = clamp;
      expect(idsOf(await list(server, { pageSize: 10 }).toArray())).toEqual(idsFrom(25));
    }
  });

  test("sends nothing until it is used, and nothing after it was left", async () => {
    const server = serve(dialect, 100);
    const listing = list(server, { pageSize: 10 });
    const walk = listing.walk();
    await settleTurns();
    expect(server.requests).toEqual([]);
    for await (const _ of walk) break;
    await settleTurns();
    expect(server.requests).toHaveLength(1);
    expect(await walk.next()).toEqual({ value: undefined, done: true });
    expect(server.requests).toHaveLength(1);
    expect(walk.receipt).toMatchObject({ items: 1, stopReason: "return", complete: false });
  });

  test("serves overlapping calls of next in turn", async () => {
    const walk = list(serve(dialect, 5), { pageSize: 2 }).walk();
    const results = await Promise.all(Array.from({ length: 7 }, () => walk.next()));
    expect(idsOf(results.slice(0, 5).map(({ value }) => value))).toEqual(idsFrom(5));
    expect(results.slice(5).map(({ done }) => done)).toEqual([true, true]);
  });

  test("gives the same items an answer at a time", async () => {
    const pages = await collect(list(serve(dialect, 25), { pageSize: 10 }).pages());
    expect(pages[0]).toHaveLength(10);
    expect(pages.every(({ length }) => length > 0)).toBe(true);
    expect(idsOf(pages.flat())).toEqual(idsFrom(25));
  });

  test("waits for items that the vendor left without an identifier, but never calls that complete", async () => {
    const server = serve(dialect, 25);
    server.rows = server.rows.map((row) => ({ ...row, id: undefined }));
    const walk = list(server, { pageSize: 10 }).walk();
    const items = await collect(walk);
    expect(items.map((item) => Object.values(item as object)[0])).toEqual(
      idsFrom(25).map((_, index) => new Date(Date.UTC(2026, 10, 1) - index * 1000).toISOString()),
    );
    expect(walk.receipt.complete).toBe("unknown");
  });
});

describe.each(dialects)("caps of a walk by $name", (dialect) => {
  const { list } = dialect;

  test.each([0, 1, 10, 12, 24])("let it deliver no more than %d items, and say so", async (maxItems) => {
    const walk = list(serve(dialect, 25), { pageSize: 10, maxItems }).walk();
    expect(idsOf(await collect(walk))).toEqual(idsFrom(maxItems));
    expect(walk.receipt).toMatchObject({ items: maxItems, stopReason: "maxItems", complete: false });
  });

  test("let it deliver all where they are above that", async () => {
    const walk = list(serve(dialect, 25), { pageSize: 10, maxItems: 26, maxPages: 100 }).walk();
    expect(await collect(walk)).toHaveLength(25);
    expect(walk.receipt.complete).toBe(true);
  });

  test.each([0, 1, 2])("let it look at no more than %d answers, and say so", async (maxPages) => {
    const server = serve(dialect, 100);
    const walk = list(server, { pageSize: 10, maxPages, readAhead: 8 }).walk();
    const items = await collect(walk);
    expect(idsOf(items)).toEqual(idsFrom(items.length));
    expect(walk.receipt).toMatchObject({ pages: maxPages, stopReason: "maxPages", complete: false });
    expect(server.requests).toHaveLength(maxPages);
  });

  test("let it send nothing at all", async () => {
    const server = serve(dialect, 25);
    expect(await list(server, { maxItems: 0 }).toArray()).toEqual([]);
    expect(server.requests).toEqual([]);
  });

  test("bound what is asked for ahead", async () => {
    const server = serve(dialect, 1000);
    expect(await list(server, { pageSize: 10, maxItems: 15, readAhead: 8 }).toArray()).toHaveLength(15);
    expect(server.requests.length).toBeLessThanOrEqual(3);
  });
});

describe("the end of a walk", () => {
  test.each([withTotal, byPage])("is the first answer, where its total is reached: $name", async (dialect) => {
    for (const consistency of ["ordered", "exact"] as const) {
      const server = serve(dialect, 10);
      const walk = dialect.list(server, { consistency }).walk();
      expect(await collect(walk)).toHaveLength(10);
      expect(server.requests).toHaveLength(1);
      expect(walk.receipt).toMatchObject({ requests: 1, stopReason: "total", complete: true });
    }
  });

  test("is the last answer where its total is reached over several, and nothing shifted", async () => {
    const walk = withTotal.list(serve(withTotal, 25), { pageSize: 10 }).walk();
    await collect(walk);
    expect(walk.receipt).toMatchObject({ requests: 3, duplicates: 2, stopReason: "total", complete: true });
  });

  test.each([withRange, withoutTotal])(
    "is a short answer with nothing new, without a total: $name",
    async ({ ...dialect }) => {
      const walk = dialect.list(serve(dialect, 25), { pageSize: 10 }).walk();
      await collect(walk);
      // Items 0 to 9, 9 to 18, 18 to 24, and 24 again.
      expect(walk.receipt).toMatchObject({ requests: 4, duplicates: 3, stopReason: "empty", complete: true });
    },
  );

  test("is the same where the total is no number", async () => {
    for (const total of [undefined, -1, 1.5, "many"]) {
      const server = serve(withTotal, 10);
      server.total = () => total;
      const walk = withTotal.list(server, { pageSize: 5 }).walk();
      expect(await collect(walk)).toHaveLength(10);
      expect(walk.receipt).toMatchObject({ stopReason: "empty", complete: true });
    }
  });

  test("of an empty list is its first answer, which is complete", async () => {
    for (const dialect of dialects) {
      const walk = dialect.list(serve(dialect, 0)).walk();
      await collect(walk);
      expect(walk.receipt).toMatchObject({ requests: 1, items: 0, complete: true });
    }
  });
});

describe("the receipt", () => {
  test("of a walk that was not begun says so", () => {
    expect(withTotal.list(serve(withTotal, 25)).walk().receipt).toEqual({
      walk: "forward",
      requests: 0,
      retries: 0,
      bytes: 0,
      pages: 0,
      items: 0,
      duplicates: 0,
      gapsRepaired: 0,
      headWalks: 0,
      failures: 0,
      elapsedMs: expect.any(Number),
      order: undefined,
      stopReason: undefined,
      complete: false,
    });
  });

  test("says what was done so far, and that more is to come", async () => {
    const walk = withTotal.list(serve(withTotal, 25), { pageSize: 10 }).walk();
    for (let taken = 0; taken < 12; taken++) await walk.next();
    expect(walk.receipt).toMatchObject({ requests: 2, pages: 2, items: 12, stopReason: undefined, complete: false });
  });

  test("adds up: each item that came was delivered or is a duplicate", async () => {
    for (const dialect of dialects) {
      const server = serve(dialect, 25);
      let came = 0;
      const fetch = async (request: Request) => {
        const response = await server.fetch(request);
        const body: unknown = await response.clone().json();
        came += (Array.isArray(body) ? body : (Object.values(body as object)[0] as unknown[])).length;
        return response;
      };
      const walk = dialect.list({ fetch }, { pageSize: 10 }).walk();
      await collect(walk);
      expect(walk.receipt.items + walk.receipt.duplicates).toBe(came);
      expect(walk.receipt.requests).toBe(server.requests.length);
    }
  });

  test("counts every request that was sent, also those that nobody waited for", async () => {
    for (const dialect of dialects) {
      const server = serve(dialect, 200);
      const walk = dialect.list(server, { pageSize: 10, readAhead: 4, maxItems: 35 }).walk();
      await collect(walk);
      expect(walk.receipt.requests).toBe(server.requests.length);
      expect(walk.receipt.pages).toBeLessThanOrEqual(walk.receipt.requests);
    }
  });

  test("counts requests beside pages where a server clamps its pages by number", async () => {
    const server = serve(byPage, 25);
    const { cursor } = await byPage.list(server, { pageSize: 10 }).page();
    server.clamp = 4;
    const walk = byPage.list(server, { pageSize: 10, cursor }).walk();
    await collect(walk);
    expect(walk.receipt.requests).toBe(server.requests.length - 1);
    expect(walk.receipt.pages).toBeLessThan(walk.receipt.requests);
  });

  test("names the order that the list showed", async () => {
    const walk = withTotal.list(serve(withTotal, 25)).walk();
    await collect(walk);
    expect(walk.receipt.order).toEqual({ by: "created", direction: "descending" });
  });

  test("stops its clock at the end of the walk", async () => {
    const walk = withTotal.list(serve(withTotal, 25)).walk();
    await collect(walk);
    const { elapsedMs } = walk.receipt;
    await settleTurns();
    expect(walk.receipt.elapsedMs).toBe(elapsedMs);
    expect(elapsedMs).toBeGreaterThan(0);
  });

  test("tells the time since the walk began while it is under way", async () => {
    const before = performance.now();
    const walk = withTotal.list(serve(withTotal, 25), { pageSize: 10 }).walk();
    await walk.next();
    const { elapsedMs } = walk.receipt;
    expect(elapsedMs).toBeGreaterThan(0);
    expect(elapsedMs).toBeLessThanOrEqual(performance.now() - before);
  });
});
