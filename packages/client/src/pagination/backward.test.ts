import { describe, expect, test } from "vitest";
import { createContext } from "../../test/answers.ts";
import { collect } from "../../test/collect.ts";
import { byPage, type Dialect, idsFrom, idsOf, serve, withTotal } from "../../test/dialects.ts";
import { drive, read } from "../../test/drive.ts";
import { type ListServer, newest, type Row, rows, toRow } from "../../test/list-server.ts";
import { walkBackward } from "./backward.ts";
import type { WalkOptions } from "./options.ts";

async function walkExact(dialect: Dialect, server: ListServer, options: WalkOptions = {}) {
  const walk = dialect.list(server, { pageSize: 10, consistency: "exact", ...options }).walk();
  const ids = idsOf(await collect(walk));
  expect(new Set(ids).size).toBe(ids.length);
  return { ids, receipt: walk.receipt };
}

/** An answer without items, in a list that counts some. */
function toEmpty({ pagination: { items, total } }: Dialect, count: number): Response {
  if (total && "header" in total) return Response.json([], { headers: { [total.header]: String(count) } });
  return Response.json({ [items.slice(1)]: [], totalCount: count });
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

  test("goes on backward, in the size that the server gives, where that is two items or more", async () => {
    for (const clamp of [2, 5]) {
      const server = serve(dialect, 26);
      server.clamp = clamp;
      const { receipt } = await walkExact(dialect, server);
      expect(receipt.walk).toBe("backward");
      const { searchParams } = new URL(server.requests[1] ?? "", "http://x");
      expect(Number(searchParams.get(dialect.pagination.size))).toBeLessThanOrEqual(clamp);
    }
  });

  test("begins at its cursor where it is resumed, and not with the head", async () => {
    const server = serve(dialect, 60);
    const walk = dialect.list(server, { pageSize: 10, consistency: "exact" }).walk();
    for (let taken = 0; taken < 15; taken++) await walk.next();
    const asked = server.requests.length;
    const rest = dialect.list(server, { pageSize: 10, cursor: walk.cursor });
    expect(idsOf(await rest.toArray())).toEqual(idsFrom(45).toReversed());
    const [first] = server.requests.slice(asked);
    const { position, first: origin } = dialect.pagination;
    expect(Number(new URL(first ?? "", "http://x").searchParams.get(position))).toBeGreaterThan(origin);
  });

  test("does not know whether it is complete where no order shows", async () => {
    const list = Array.from({ length: 50 }, (_, index) => toRow((index * 7) % 50, (index * 11) % 50));
    const { ids, receipt } = await walkExact(dialect, serve(dialect, list));
    expect(ids.toSorted()).toEqual(idsFrom(50).toSorted());
    expect(receipt).toMatchObject({ walk: "backward", order: undefined, complete: "unknown" });
  });

  test.each([5, 10, 11, 25])("delivers each of %i items that cannot be told apart", async (count) => {
    const nameless = rows(count).map((row) => ({ ...row, id: undefined }));
    const walk = dialect.list(serve(dialect, nameless), { pageSize: 10, consistency: "exact" }).walk();
    expect(await collect(walk)).toHaveLength(count);
    // Where one answer does not hold them all, there is nothing but places to go by.
    expect(walk.receipt.complete).toBe(count <= 10 || "unknown");
  });

  test.each([[[2, 3]], [[2]]])(
    "is in doubt once the server has given the first page for another: %j",
    async (stuck) => {
      const server = serve(dialect, 45);
      server.before = (request) => {
        server.isStuck = stuck.includes(request);
      };
      const walk = dialect.list(server, { pageSize: 10, consistency: "exact" }).walk();
      await collect(walk).catch(() => {});
      expect(walk.receipt.complete).not.toBe(true);
    },
  );

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

  test("does not end with an empty answer where the total promises items: it asks again", async () => {
    const server = serve(dialect, 25);
    const [usual, empty] = [undefined, () => toEmpty(dialect, 25)];
    server.failures.push(usual, usual, usual, empty);
    const { ids, receipt } = await walkExact(dialect, server);
    expect(ids).toEqual(idsFrom(25).toReversed());
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

describe("the steps from the end", () => {
  const total = 60;
  /** A list by update, the newest first. */
  const byUpdate = Array.from({ length: total }, (_, index) => toRow((index * 7) % total, -index));

  test("look at the head once more where rows move there and an answer may be older than the one before it", () => {
    for (const stale of [0, 1, 4]) {
      const context = createContext();
      const { ids, ending } = drive(walkBackward(context), (ask, count) =>
        read(byUpdate, ask, { total, isStale: count === stale }),
      );
      expect(ids).toEqual(byUpdate.map(({ id }) => id).toReversed());
      expect(ending?.complete).toBe(true);
      // The first answer is of no chain: all that is read later is newer.
      expect(context.journal.headWalks).toBe(stale > 1 ? 1 : 0);
    }
  });

  test("need one answer for the head at rest: it reaches what was there when the walk began", () => {
    const { steps } = drive(walkBackward(createContext()), (ask) => read(byUpdate, ask, { total, isStale: true }));
    const heads = steps.filter(({ ask }) => ask.direction === "forward");
    expect(heads.map(({ ask }) => ask.from)).toEqual([0, 0]);
  });

  test("know what they will ask for, down to the first item and no further", () => {
    const { steps } = drive(walkBackward(createContext()), (ask) => read(rows(total), ask, { total }));
    expect(steps[2]?.ask).toMatchObject({ from: 50, direction: "backward" });
    expect(steps[2]?.asks?.map(({ from }) => from)).toEqual([41, 32, 23, 14, 5]);
  });

  test("ask again where an answer is empty, and say what is wrong with the fourth in a row, as often as it takes", () => {
    const { steps } = drive(
      walkBackward(createContext()),
      (ask, count) => read(count === 1 ? rows(10) : [], ask, { total: 1000 }),
      15,
    );
    const said = steps.flatMap(({ problem }, index) => (problem ? [index] : []));
    expect(said).toEqual([5, 9, 13]);
    expect(steps[5]?.problem).toMatch(/^gives nothing behind position \d+, although it counts 1000 items$/);
  });
});
