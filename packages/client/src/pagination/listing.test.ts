import { describe, expect, test } from "vitest";
import { collect } from "../../test/collect.ts";
import { byPage, dialects, idsFrom, idsOf, serve, withoutTotal, withRange, withTotal } from "../../test/dialects.ts";
import { rows } from "../../test/list-server.ts";
import { createCargo } from "../cargo/index.ts";
import { createCotool } from "../cotool/index.ts";
import type { WalkOptions } from "./options.ts";

const token = "token";

describe("a listing", () => {
  test("can be iterated, walked, paged and collected, and starts anew each time", async () => {
    const server = serve(withTotal, 25);
    const listing = withTotal.list(server, { pageSize: 10 });
    const ways = [
      await collect(listing),
      await collect(listing.walk()),
      (await collect(listing.pages())).flat(),
      await listing.toArray(),
    ];
    expect(ways.map(idsOf)).toEqual([idsFrom(25), idsFrom(25), idsFrom(25), idsFrom(25)]);
    expect(server.requests).toHaveLength(12);
  });

  test("shows the receipt and the cursor of a walk where that is printed or copied", () => {
    const walk = withTotal.list(serve(withTotal, 25)).walk();
    expect(Object.keys(walk)).toEqual(expect.arrayContaining(["receipt", "cursor"]));
    expect({ ...walk }).toMatchObject({ receipt: { items: 0 }, cursor: walk.cursor });
  });

  test("is what its filters were when it was made, whatever becomes of them", async () => {
    const server = serve(withRange, 5);
    const after = new Date(Date.UTC(2026, 0, 1));
    const filters = { createdAfter: after, messageStatuses: ["error" as "error" | "success"], name: "Q4" };
    const listing = createCargo({ token, fetch: server.fetch }).chats.list(filters);
    after.setFullYear(2030);
    filters.messageStatuses[0] = "success";
    filters.name = "Q5";
    await listing.toArray();
    const { searchParams } = new URL(`http://x${server.requests[0]}`);
    expect(searchParams.get("createdAfter")).toBe("2026-01-01T00:00:00.000Z");
    expect(searchParams.get("messageStatuses[]")).toBe("error");
    expect(searchParams.get("name")).toBe("Q4");
  });

  test.each(["offset", "limit"])("refuses %s among its filters: the walk says it", (name) => {
    const { chats } = createCargo({ token });
    expect(() => chats.list({ [name]: "3" })).toThrow(
      `Cargo, list chats: ${name} is for the walk to say: use pageSize and cursor. Nothing was sent.`,
    );
  });

  test("takes the options of a use before its own", async () => {
    const server = serve(withTotal, 10);
    const listing = withTotal.list(server, { pageSize: 5, maxItems: 5 });
    expect(await listing.toArray()).toHaveLength(5);
    expect(await listing.toArray({ maxItems: 7 })).toHaveLength(7);
    expect(await listing.toArray({ maxItems: undefined })).toHaveLength(10);
    expect(server.requests[0]).toContain("limit=5");
  });

  test("resumes from the cursor that it was made with", async () => {
    const server = serve(withTotal, 25);
    const { cursor } = await withTotal.list(server, { pageSize: 10 }).page();
    const listing = withTotal.list(server, { pageSize: 10, cursor });
    expect(idsOf(await listing.toArray())).toEqual(idsFrom(15, 10));
    expect(idsOf([...(await listing.page()).items])).toEqual(idsFrom(10, 10));
    expect(await listing.count()).toEqual({ kind: "exact", value: 25 });
    server.rows = server.rows.slice(12);
    // Its items are gone, but a count does not begin there.
    expect(await listing.count()).toEqual({ kind: "exact", value: 13 });
  });
});

describe("a count", () => {
  test.each([withTotal, byPage])("is exact where the vendor gives a total, for one request: $name", async (dialect) => {
    for (const count of [0, 1, 2, 42]) {
      const server = serve(dialect, count);
      expect(await dialect.list(server).count()).toEqual({ kind: "exact", value: count });
      // Two items, as one could not overlap with another.
      expect(server.requests).toEqual([expect.stringMatching(/[?&](limit|take)=2(&|$)/)]);
    }
  });

  test.each([withTotal, byPage])("is unknown where it leaves the total out: $name", async (dialect) => {
    const server = serve(dialect, 42);
    server.total = () => undefined;
    expect(await dialect.list(server).count()).toEqual({ kind: "unknown" });
  });

  test.each([withRange, withoutTotal])(
    "is exact where a walk that needs no total was complete: $name",
    async (dialect) => {
      for (const count of [0, 1, 142]) {
        expect(await dialect.list(serve(dialect, count)).count()).toEqual({ kind: "exact", value: count });
      }
    },
  );

  test("is at least what a walk saw where that cannot know that it is all", async () => {
    const server = serve(
      withoutTotal,
      rows(142).map(({ id }) => ({ id })),
    );
    expect(await withoutTotal.list(server).count()).toEqual({ kind: "atLeast", value: 142 });
  });

  test("does not mind what the listing caps, where it begins, and how it is ordered", async () => {
    const server = serve(withRange, 25);
    const { cursor } = await withRange.list(server, { pageSize: 10 }).page();
    const listing = withRange.list(server, { pageSize: 10, cursor, maxItems: 3 });
    expect(await listing.count()).toEqual({ kind: "exact", value: 25 });
  });

  test("can be aborted", async () => {
    const reason = new Error("the user left");
    for (const dialect of dialects) {
      const listing = dialect.list(serve(dialect, 25));
      await expect(listing.count({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    }
  });
});

describe("options", () => {
  test("are refused when a listing is used, before anything is sent", async () => {
    const server = serve(withTotal, 25);
    const listing = withTotal.list(server, { pageSize: 101 });
    expect(() => listing.walk()).toThrow("pageSize must be a whole number from 1 to 100, not 101");
    expect(() => listing.pages()).toThrow("pageSize must be");
    expect(() => listing[Symbol.asyncIterator]()).toThrow("pageSize must be");
    await expect(listing.page()).rejects.toThrow("pageSize must be");
    await expect(listing.toArray()).rejects.toThrow("pageSize must be");
    await expect(listing.toArray({ pageSize: 10, maxItems: -1 })).rejects.toThrow("maxItems must be");
    expect(server.requests).toEqual([]);
  });
});

describe("a cursor", () => {
  const cotool = createCotool({ token, fetch: async () => Response.json({ chats: [], totalCount: 0 }) });
  const list = (options: WalkOptions) => cotool.chats.list({ agentId: "a" }, options);

  test("of another listing, another version, or of nobody is refused by name", async () => {
    const other = createCotool({ token }).chats.list({ agentId: "other" }).walk().cursor;
    expect(() => list({ cursor: other }).walk()).toThrow("belongs to another listing");
    expect(() => list({ cursor: other.replace(/^1/, "2") }).walk()).toThrow("has version 2; this release reads 1");
    expect(() => list({ cursor: "page-2" }).walk()).toThrow("is not a cursor of this package");
    await expect(list({}).page(other)).rejects.toMatchObject({ name: "CursorError", operation: "listAgentChats" });
  });

  test("of the same filters is taken, however they were written", async () => {
    const cargo = createCargo({ token, fetch: async () => Response.json({ chats: [] }) });
    const at = new Date("2026-11-01");
    const cursor = cargo.chats
      .list({ name: "a", createdAfter: at, messageStatuses: ["error", "pending"] })
      .walk().cursor;
    const same = { messageStatuses: ["pending", "error"], createdAfter: at.toISOString(), name: "a" } as const;
    await cargo.chats.list({ ...same, messageStatuses: [...same.messageStatuses] }).page(cursor);
    const others = [cargo.chats.list({ name: "a" }), cargo.messages.list({ chatUuid: "a" })];
    for (const other of others) await expect(other.page(cursor)).rejects.toThrow("belongs to another listing");
  });

  test("of a walk that has delivered nothing begins that walk anew, whatever consistency is asked for", async () => {
    for (const dialect of dialects) {
      const server = serve(dialect, 25);
      const ordered = dialect.list(server).walk().cursor;
      const exact = dialect.list(server, { consistency: "exact" }).walk().cursor;
      for (const [cursor, consistency, kind] of [
        [ordered, "exact", "forward"],
        [exact, "ordered", dialect.exact],
      ] as const) {
        const walk = dialect.list(server, { pageSize: 10, cursor, consistency }).walk();
        expect(idsOf(await collect(walk)).toSorted()).toEqual(idsFrom(25).toSorted());
        expect(walk.receipt).toMatchObject({ walk: kind, complete: true });
      }
    }
  });
});
