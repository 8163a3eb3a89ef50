import { describe, expect, test } from "vitest";
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
import { type ListServer, type Row, rows } from "../../test/list-server.ts";
import type { Page } from "./listing.ts";
import type { WalkOptions } from "./options.ts";

/** Reads page after page, as a user interface does, and lets the list change between two of them. */
async function turnPages(
  dialect: Dialect,
  server: ListServer,
  options: WalkOptions = {},
  change: () => void = () => {},
) {
  const pages: Page<unknown>[] = [];
  let cursor: string | undefined;
  do {
    if (pages.length > 0) change();
    // Each page is asked for by another process.
    const page = await dialect.list(server, { pageSize: 10, ...options }).page(cursor);
    pages.push(page);
    cursor = page.cursor;
    if (pages.length > 200) throw new Error("the last page never comes");
  } while (cursor !== undefined);
  const ids = pages.flatMap(({ items }) => idsOf([...items]));
  return { pages, ids, sizes: pages.map(({ items }) => items.length) };
}

describe.each(dialects)("pages by $name", (dialect) => {
  test("give all items in order, whatever the size, clamped or not", async () => {
    for (const pageSize of [1, 2, 3, 10, 30]) {
      for (const clamp of [Number.POSITIVE_INFINITY, 7, 4, 2]) {
        const server = serve(dialect, 25);
        server.clamp = clamp;
        const { ids, sizes } = await turnPages(dialect, server, { pageSize });
        expect(ids).toEqual(idsFrom(25));
        expect(Math.max(...sizes)).toBeLessThanOrEqual(pageSize);
      }
    }
  });

  test("end with one that has no cursor", async () => {
    for (const count of [0, 1, 9, 10, 11, 20, 25]) {
      const { pages } = await turnPages(dialect, serve(dialect, count));
      expect(pages.at(-1)?.cursor).toBeUndefined();
      expect(pages.slice(0, -1).map(({ items, cursor }) => [items.length > 0, typeof cursor])).toEqual(
        pages.slice(0, -1).map(() => [true, "string"]),
      );
    }
  });

  test("neither repeat nor miss anything where rows come in between them", async () => {
    for (const count of [1, 3, 10, 25]) {
      const server = serve(dialect, 60);
      let added = 0;
      const { ids } = await turnPages(dialect, server, {}, () => {
        if (added >= 50) return;
        added += count;
        server.rows = [...rows(count, -added), ...server.rows];
      });
      expect(ids).toEqual(idsFrom(60));
    }
  });

  test("neither repeat nor miss anything where rows that were shown go between them", async () => {
    for (const count of [1, 3, 6]) {
      const server = serve(dialect, 60);
      let gone = 0;
      const { ids } = await turnPages(dialect, server, {}, () => {
        if (gone >= 12) return;
        gone += count;
        server.rows = server.rows.slice(count);
      });
      expect(ids).toEqual(idsFrom(60));
    }
  });

  test("neither repeat nor miss anything where rows that are ahead go, and some of those shown last", async () => {
    const server = serve(dialect, 60);
    const gone = ["r8", "r9", "r12", "r13", "r40"];
    let turned = 0;
    const { ids } = await turnPages(dialect, server, {}, () => {
      if (turned++ === 0) server.rows = server.rows.filter(({ id }) => !gone.includes(id ?? ""));
    });
    expect(ids).toEqual(idsFrom(60).filter((id) => !["r12", "r13", "r40"].includes(id)));
  });

  test("can be read once more from the same cursor", async () => {
    const server = serve(dialect, 25);
    const { cursor } = await dialect.list(server, { pageSize: 10 }).page();
    const [first, second] = [
      await dialect.list(server, { pageSize: 10 }).page(cursor),
      await dialect.list(server, { pageSize: 10 }).page(cursor),
    ];
    expect(first).toEqual(second);
  });

  test("go on where an exact walk was left, and a walk goes on behind a page", async () => {
    const server = serve(dialect, 45);
    const walk = dialect.list(server, { pageSize: 10, consistency: "exact" }).walk();
    const given: unknown[] = [];
    for (let taken = 0; taken < 12; taken++) given.push((await walk.next()).value);
    const page = await dialect.list(server, { pageSize: 10 }).page(walk.cursor);
    const rest = await dialect.list(server, { pageSize: 10, cursor: page.cursor }).toArray();
    const ids = idsOf([...given, ...page.items, ...rest]);
    expect(ids).toHaveLength(45);
    expect(ids.toSorted()).toEqual(idsFrom(45).toSorted());
  });

  test("can be aborted, and a page that failed can be asked for again", async () => {
    const server = serve(dialect, 25);
    const reason = new Error("the user left");
    const listing = dialect.list(server, { pageSize: 10 });
    await expect(listing.page(undefined, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const { cursor } = await listing.page();
    server.failures.push(() => new Response("", { status: 503 }));
    await expect(listing.page(cursor)).rejects.toMatchObject({ name: "HttpError", cursor });
    expect(idsOf([...(await listing.page(cursor)).items])[0]).toBe("r10");
  });
});

describe("a page", () => {
  test.each([withRange, withoutTotal, withTotal])(
    "keeps its size from page to page, for one request each: $name",
    async (dialect) => {
      const server = serve(dialect, 45);
      const requests: number[] = [];
      const { sizes } = await turnPages(dialect, server, {}, () => requests.push(server.requests.length));
      expect(sizes.slice(0, 5)).toEqual([10, 10, 10, 10, 5]);
      expect(requests.slice(0, 4)).toEqual([1, 2, 3, 4]);
    },
  );

  test.each([withRange, withoutTotal])("without a total is the last only where it is empty: $name", async (dialect) => {
    const { sizes, pages } = await turnPages(dialect, serve(dialect, 20));
    expect(sizes).toEqual([10, 10, 0]);
    expect(pages.map(({ total }) => total)).toEqual(pages.map(() => ({ kind: "unknown" })));
  });

  test("is the last where it reaches the total, and tells it", async () => {
    const { sizes, pages } = await turnPages(withTotal, serve(withTotal, 20));
    expect(sizes).toEqual([10, 10]);
    expect(pages.map(({ total }) => total)).toEqual(pages.map(() => ({ kind: "exact", value: 20 })));
  });

  test("by number has fewer items than asked for where no page begins and ends there", async () => {
    const { sizes } = await turnPages(byPage, serve(byPage, 45));
    expect(sizes[0]).toBe(10);
    expect(sizes.slice(0, -1).every((size) => size >= 1 && size <= 10)).toBe(true);
  });

  test("takes its size for this one page, and does not read what the listing would walk", async () => {
    const server = serve(withTotal, 45);
    const listing = withTotal.list(server, {
      pageSize: 10,
      maxItems: 3,
      maxPages: 0,
      readAhead: 5,
      consistency: "exact",
    });
    expect(idsOf([...(await listing.page(undefined, { pageSize: 7 })).items])).toEqual(idsFrom(7));
    expect(server.requests).toHaveLength(1);
  });

  test("by update never says that a row it may have shown before it changed is new", async () => {
    const list: Row[] = rows(45).map((row, index) => ({ ...row, updatedAt: (row.createdAt ?? 0) - index }));
    const server = serve(withTotal, list);
    server.now = (list[0]?.updatedAt ?? 0) + 1000;
    const shown = await withTotal.list(server, { pageSize: 10 }).page();
    const moved = { ...(server.rows[3] as Row), updatedAt: server.now + 60_000 };
    server.rows = [moved, ...server.rows.filter(({ id }) => id !== moved.id)];
    const next = await withTotal.list(server, { pageSize: 10 }).page(shown.cursor);
    expect(idsOf([...next.items])).toEqual(idsFrom(10, 10));
  });
});

describe.each(dialects)("a page of items without identifiers, by $name", (dialect) => {
  const nameless = (count: number) =>
    serve(
      dialect,
      rows(count).map((row) => ({ ...row, id: undefined })),
    );

  test("is given where it is the only one, and is an error where another one has to begin behind it", async () => {
    const { items, cursor } = await dialect.list(nameless(5), { pageSize: 10 }).page();
    expect(items).toHaveLength(5);
    expect(cursor).toBeUndefined();
    await expect(dialect.list(nameless(25), { pageSize: 10 }).page()).rejects.toThrow(
      "has a page of items without identifiers, behind which no other can begin",
    );
  });

  test("can be counted and walked", async () => {
    expect(await dialect.list(nameless(25), { pageSize: 10 }).toArray()).toHaveLength(25);
    expect((await dialect.list(nameless(25), { pageSize: 10 }).count()).kind).not.toBe("unknown");
  });
});
