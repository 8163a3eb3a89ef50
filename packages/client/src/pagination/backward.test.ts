import { describe, expect, test } from "vitest";
import { collect } from "../../test/collect.ts";
import { byPage, type Dialect, idsFrom, idsOf, serve, withTotal } from "../../test/dialects.ts";
import { type ListServer, newest, type Row, rows, toRow } from "../../test/list-server.ts";
import type { WalkOptions } from "./options.ts";

async function walkExact(dialect: Dialect, server: ListServer, options: WalkOptions = {}) {
  const walk = dialect.list(server, { pageSize: 10, consistency: "exact", ...options }).walk();
  const ids = idsOf(await collect(walk));
  expect(new Set(ids).size).toBe(ids.length);
  return { ids, receipt: walk.receipt };
}

describe.each([withTotal, byPage])("a walk from the end by $name", (dialect) => {
  test.each([0, 1, 9, 10, 11, 25, 100])("delivers each of %i items, the last first", async (count) => {
    const { ids, receipt } = await walkExact(dialect, serve(dialect, count));
    expect(ids).toEqual(idsFrom(count).toReversed());
    expect(receipt).toMatchObject({ walk: "backward", stopReason: "total", items: count, complete: true });
  });

  test("is one request where the first answer is all there is", async () => {
    const server = serve(dialect, 10);
    await walkExact(dialect, server);
    expect(server.requests).toHaveLength(1);
  });

  test("finds all on a server that clamps the size", async () => {
    for (const clamp of [1, 2, 3, 4, 9]) {
      const server = serve(dialect, 25);
      server.clamp = clamp;
      const { ids } = await walkExact(dialect, server);
      expect(ids.toSorted()).toEqual(idsFrom(25).toSorted());
    }
  });

  test("needs no walk of the head where rows that change jump there: they jump into the part not yet read", async () => {
    const list = Array.from({ length: 50 }, (_, index) => toRow((index * 7) % 50, -index));
    const server = serve(dialect, list);
    server.before = (request) => {
      if (request !== 2) return;
      const mover = { ...(server.rows[35] as Row), updatedAt: newest + 100_000 };
      server.rows = [mover, ...server.rows.filter(({ id }) => id !== mover.id)];
    };
    const { ids, receipt } = await walkExact(dialect, server);
    expect(ids.toSorted()).toEqual(idsFrom(50).toSorted());
    expect(receipt).toMatchObject({ walk: "backward", headWalks: 0, complete: true });
  });

  test("goes forward where rows that change jump to the end, which is ahead then", async () => {
    const list = Array.from({ length: 50 }, (_, index) => toRow((index * 7) % 50, index));
    const { ids, receipt } = await walkExact(dialect, serve(dialect, list));
    expect(ids).toEqual(list.map(({ id }) => id));
    expect(receipt).toMatchObject({ walk: "forward", complete: true });
  });

  test("goes forward where the server gives one item at a time", async () => {
    const server = serve(dialect, 25);
    server.clamp = 1;
    const { ids, receipt } = await walkExact(dialect, server);
    expect(ids).toEqual(idsFrom(25));
    expect(receipt.walk).toBe("forward");
  });

  test("does not know whether it is complete where no order shows", async () => {
    const list = Array.from({ length: 50 }, (_, index) => toRow((index * 7) % 50, (index * 11) % 50));
    const { ids, receipt } = await walkExact(dialect, serve(dialect, list));
    expect(ids.toSorted()).toEqual(idsFrom(50).toSorted());
    expect(receipt).toMatchObject({ walk: "backward", order: undefined, complete: "unknown" });
  });

  test("is in doubt once the server has given the first page for another", async () => {
    const server = serve(dialect, 45);
    server.before = (request) => {
      server.isStuck = request === 2 || request === 3;
    };
    const walk = dialect.list(server, { pageSize: 10, consistency: "exact" }).walk();
    await collect(walk).catch(() => {});
    expect(walk.receipt.complete).not.toBe(true);
  });

  test("goes forward where the vendor leaves out the total", async () => {
    const server = serve(dialect, 25);
    server.total = () => undefined;
    const { ids, receipt } = await walkExact(dialect, server);
    expect(ids).toEqual(idsFrom(25));
    expect(receipt).toMatchObject({ walk: "forward", complete: true });
  });

  test("finds the end where a few rows come in while it looks for it", async () => {
    for (const growth of [1, 2, 3]) {
      const server = serve(dialect, 60);
      server.before = (request) => {
        if (request < 6) server.rows = [...rows(growth, -growth * request), ...server.rows];
      };
      const { ids } = await walkExact(dialect, server);
      expect(ids).toEqual(expect.arrayContaining(idsFrom(60)));
    }
  });

  test("finds the end where rows go while it looks for it", async () => {
    const server = serve(dialect, 60);
    server.before = (request) => {
      if (request < 4) server.rows = server.rows.slice(0, -7);
    };
    const { ids, receipt } = await walkExact(dialect, server);
    expect(ids).toEqual(expect.arrayContaining(idsFrom(39)));
    expect(receipt.complete).not.toBe(false);
  });

  test("is an error where the total promises items that do not come", async () => {
    const server = serve(dialect, 25);
    server.total = () => 1000;
    const walk = dialect.list(server, { pageSize: 10, consistency: "exact" }).walk();
    await expect(collect(walk)).rejects.toMatchObject({ name: "PaginationError" });
    expect(server.requests.length).toBeLessThanOrEqual(30);
  });
});
