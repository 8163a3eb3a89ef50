import { describe, expect, test } from "vitest";
import { collect } from "../../test/collect.ts";
import {
  byPage,
  type Dialect,
  dialects,
  idsFrom,
  idsOf,
  serve,
  withoutTotal,
  withRange,
  withTotal,
} from "../../test/dialects.ts";
import { type ListServer, newest, rows } from "../../test/list-server.ts";
import type { WalkOptions } from "./options.ts";

const modes = dialects.flatMap((dialect) =>
  (["ordered", "exact"] as const).flatMap((consistency) =>
    [0, 3].map((readAhead) => ({ dialect, consistency, readAhead, name: dialect.name })),
  ),
);

/** Takes a number of items, leaves, and returns them with the cursor, as another process would get it. */
async function take(dialect: Dialect, server: ListServer, count: number, options: WalkOptions = {}) {
  const walk = dialect.list(server, { pageSize: 10, ...options }).walk();
  const items: unknown[] = [];
  while (items.length < count) items.push((await walk.next()).value);
  await walk.return();
  return { ids: idsOf(items), cursor: JSON.parse(JSON.stringify(walk.cursor)) as string, receipt: walk.receipt };
}

describe.each(modes)("a walk by $name, $consistency, $readAhead ahead, that resumes another", (mode) => {
  const { dialect, consistency, readAhead } = mode;
  const options = { pageSize: 10, consistency, readAhead };

  test("delivers exactly the rest in the same order, wherever that was left", async () => {
    const whole = idsOf(await dialect.list(serve(dialect, 25), options).toArray());
    expect(whole.toSorted()).toEqual(idsFrom(25).toSorted());
    for (let left = 0; left <= 25; left++) {
      const server = serve(dialect, 25);
      const { ids, cursor } = await take(dialect, server, left, options);
      expect(ids).toEqual(whole.slice(0, left));
      expect(idsOf(await dialect.list(server, { ...options, cursor }).toArray())).toEqual(whole.slice(left));
    }
  });

  test("delivers exactly the rest in pages of another size, and in the other consistency", async () => {
    const whole = idsOf(await dialect.list(serve(dialect, 25), options).toArray());
    for (const pageSize of [1, 2, 7, 50]) {
      const server = serve(dialect, 25);
      const { cursor } = await take(dialect, server, 12, options);
      const other = consistency === "exact" ? "ordered" : "exact";
      const walk = dialect.list(server, { pageSize, cursor, consistency: other }).walk();
      expect(idsOf(await collect(walk))).toEqual(whole.slice(12));
      expect(walk.receipt.walk).toBe(consistency === "exact" ? dialect.exact : "forward");
    }
  });

  test("delivers exactly the rest over several processes, on a server that clamps the size", async () => {
    const server = serve(dialect, 25);
    server.clamp = 4;
    const whole = idsOf(await dialect.list(server, options).toArray());
    const given: string[] = [];
    let cursor: string | undefined;
    while (given.length < 25) {
      const part = await take(dialect, server, Math.min(6, 25 - given.length), { ...options, cursor });
      given.push(...part.ids);
      cursor = part.cursor;
    }
    expect(given).toEqual(whole);
    expect(await dialect.list(server, { ...options, cursor }).toArray()).toEqual([]);
  });

  test("repeats nothing and misses nothing where rows came in or went meanwhile", async () => {
    for (const [added, gone] of [
      [4, []],
      [0, [2, 3, 5]],
      [30, [1, 11]],
      [60, []],
      [0, [12, 13, 14, 20]],
    ] as const) {
      const server = serve(dialect, 45);
      const { ids, cursor } = await take(dialect, server, 12, options);
      server.rows = [
        ...rows(added, -added),
        ...server.rows.filter(({ id }) => !gone.some((number) => id === `r${number}`)),
      ];
      const rest = idsOf(await dialect.list(server, { ...options, cursor }).toArray());
      expect(rest.filter((id) => ids.includes(id))).toEqual([]);
      const left = idsFrom(45).filter((id) => !gone.some((number) => id === `r${number}`));
      expect([...ids, ...rest]).toEqual(expect.arrayContaining(left));
      expect(new Set(rest).size).toBe(rest.length);
    }
  });

  test("has a receipt that speaks for what stands behind the cursor", async () => {
    const server = serve(dialect, 45);
    const { cursor } = await take(dialect, server, 12, options);
    const walk = dialect.list(server, { ...options, cursor }).walk();
    await collect(walk);
    expect(walk.receipt).toMatchObject({ items: 33, failures: 0, complete: true });
  });

  test("goes on from its own cursor before it has delivered anything", async () => {
    const server = serve(dialect, 25);
    const { cursor } = await take(dialect, server, 12, options);
    const walk = dialect.list(server, { ...options, cursor }).walk();
    expect(walk.cursor).toBe(cursor);
    server.failures.push(() => new Response("", { status: 500 }));
    const error = await walk.next().catch((failure: unknown) => failure);
    expect(error).toMatchObject({ name: "HttpError", cursor });
  });
});

describe("a cursor whose items are all gone", () => {
  test.each([withRange, withoutTotal, withTotal, byPage])("is refused by name: $name", async (dialect) => {
    const server = serve(dialect, 45);
    const { cursor } = await take(dialect, server, 12);
    server.rows = server.rows.slice(12);
    const walk = dialect.list(server, { pageSize: 10, cursor }).walk();
    const error = await walk.next().catch((failure: unknown) => failure);
    expect(error).toMatchObject({ name: "CursorError", kind: "cursor", cursor, retryable: false });
    expect((error as Error).message).toContain(
      "the cursor is stale: the items by which it finds its place are gone, or have changed. Begin anew.",
    );
    expect(walk.receipt).toMatchObject({ items: 0, complete: false });
    await expect(dialect.list(server, { pageSize: 10 }).page(cursor)).rejects.toMatchObject({ name: "CursorError" });
  });

  test.each([withTotal, byPage])("is refused by name from the end, too: $name", async (dialect) => {
    const server = serve(dialect, 45);
    const { cursor } = await take(dialect, server, 12, { consistency: "exact" });
    server.rows = server.rows.slice(0, -12);
    const rest = dialect.list(server, { pageSize: 10, cursor }).toArray();
    await expect(rest).rejects.toMatchObject({ name: "CursorError", cursor });
  });

  test("is as good as ever by windows: it holds a time", async () => {
    const server = serve(withRange, 45);
    const { cursor } = await take(withRange, server, 12, { consistency: "exact" });
    server.rows = server.rows.slice(12);
    expect(idsOf(await withRange.list(server, { pageSize: 10, cursor }).toArray())).toEqual(idsFrom(33, 12));
  });

  test.each(dialects)("is good while one of the last eight is left: $name", async (dialect) => {
    for (const kept of [4, 7, 11]) {
      const server = serve(dialect, 45);
      const { cursor } = await take(dialect, server, 12);
      server.rows = server.rows.filter((_, index) => index === kept || index > 11);
      expect(idsOf(await dialect.list(server, { pageSize: 10, cursor }).toArray())).toEqual(idsFrom(33, 12));
    }
  });

  test("is refused where all have changed, in a list in which they could have moved", async () => {
    const list = rows(45).map((row, index) => ({
      ...row,
      createdAt: newest - ((index * 7) % 45),
      updatedAt: newest - index,
    }));
    const server = serve(withTotal, list);
    const { cursor } = await take(withTotal, server, 12);
    server.rows = list.map((row, index) => (index < 12 ? { ...row, updatedAt: newest + 5000 - index } : row));
    const rest = withTotal.list(server, { pageSize: 10, cursor }).toArray();
    await expect(rest).rejects.toMatchObject({ name: "CursorError", cursor });
  });

  test("is refused where all have changed, in a list that showed no order", async () => {
    const list = rows(45).map((row, index) => ({
      ...row,
      createdAt: newest - ((index * 7) % 45),
      updatedAt: newest - ((index * 11) % 45),
    }));
    const server = serve(withTotal, list);
    const { cursor } = await take(withTotal, server, 12);
    server.rows = list.map((row, index) => (index < 12 ? { ...row, updatedAt: newest + 5000 - index } : row));
    const rest = withTotal.list(server, { pageSize: 10, cursor }).toArray();
    await expect(rest).rejects.toMatchObject({ name: "CursorError", cursor });
  });

  test.each(dialects)(
    "is good where all have changed in a list in which that moves nothing: $name",
    async (dialect) => {
      const server = serve(dialect, 45);
      const { cursor } = await take(dialect, server, 12);
      server.rows = server.rows.map((row, index) => ({ ...row, updatedAt: newest + 5000 + ((index * 7) % 45) }));
      expect(idsOf(await dialect.list(server, { pageSize: 10, cursor }).toArray())).toEqual(idsFrom(33, 12));
    },
  );
});

describe("the doubt of a walk", () => {
  test("goes on in a walk that resumes it", async () => {
    const server = serve(withoutTotal, 25);
    // One item at a time cannot overlap, so that rows could have gone unseen.
    server.clamp = 1;
    const { cursor } = await take(withoutTotal, server, 5);
    server.clamp = Number.POSITIVE_INFINITY;
    const walk = withoutTotal.list(server, { pageSize: 10, cursor }).walk();
    expect(idsOf(await collect(walk))).toEqual(idsFrom(20, 5));
    expect(walk.receipt.complete).toBe("unknown");
  });
});

describe("a walk of a list by update, the oldest first, that resumes another", () => {
  test("does not know whether it is complete: what changed since may be delivered, or may come again", async () => {
    const list = rows(45).map((row, index) => ({
      ...row,
      createdAt: newest - ((index * 7) % 45),
      updatedAt: newest + index,
    }));
    const server = serve(withoutTotal, list);
    const { ids, cursor } = await take(withoutTotal, server, 12);
    const walk = withoutTotal.list(server, { pageSize: 10, cursor }).walk();
    expect([...ids, ...idsOf(await collect(walk))]).toEqual(idsFrom(45));
    expect(walk.receipt).toMatchObject({ order: { by: "updated", direction: "ascending" }, complete: "unknown" });
  });
});

describe("a row that changed before a walk was resumed", () => {
  test("is not delivered again where it may have been, and the receipt says that it does not know", async () => {
    const list = rows(45).map((row, index) => ({
      ...row,
      createdAt: newest - ((index * 7) % 45),
      updatedAt: newest - index,
    }));
    const server = serve(withTotal, list);
    server.now = newest + 1000;
    const { ids, cursor } = await take(withTotal, server, 12);
    // One that was delivered and one that was not are updated: nobody can tell which is which.
    server.rows = [
      { ...list[30], updatedAt: newest + 60_000 },
      { ...list[2], updatedAt: newest + 50_000 },
      ...list.filter((_, index) => index !== 2 && index !== 30),
    ];
    const walk = withTotal.list(server, { pageSize: 10, cursor }).walk();
    const rest = idsOf(await collect(walk));
    expect(rest.filter((id) => ids.includes(id))).toEqual([]);
    expect(walk.receipt.complete).toBe("unknown");
  });
});

describe("a resumed walk by page numbers", () => {
  /** Walks some items, and gives their identifiers and the cursor behind them. */
  async function begin(server: ListServer, count: number, pageSize: number) {
    const walk = byPage.list(server, { pageSize }).walk({ maxItems: count });
    return { given: idsOf(await collect(walk)), cursor: walk.cursor };
  }

  test.each([3, 4, 22, 130, 249])(
    "finds its place on a server that ignores the size, behind %i of 250",
    async (count) => {
      const server = serve(byPage, 250);
      server.fixedSize = 100;
      const { given, cursor } = await begin(server, count, 4);
      expect([...given, ...idsOf(await byPage.list(server, { pageSize: 4, cursor }).toArray())]).toEqual(idsFrom(250));
    },
  );

  test.each([1, 2])("ends behind each of 20 rows at rest, in pages of %i", async (pageSize) => {
    const server = serve(byPage, 20);
    for (let count = 1; count < 20; count++) {
      const { given, cursor } = await begin(server, count, pageSize);
      expect([...given, ...idsOf(await byPage.list(server, { pageSize, cursor }).toArray())]).toEqual(idsFrom(20));
    }
  });
});
