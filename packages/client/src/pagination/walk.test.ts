import type { Pagination } from "@agent-chats/schema";
import { vendor as cargoVendor } from "@agent-chats/schema/cargo";
import { vendor as cotoolVendor } from "@agent-chats/schema/cotool";
import { vendor as inventVendor } from "@agent-chats/schema/invent";
import { describe, expect, test } from "vitest";
import { collect } from "../../test/collect.ts";
import { createListServer, type ListServer, type Row, rows } from "../../test/list-server.ts";
import { createCargo } from "../cargo/index.ts";
import { createCotool } from "../cotool/index.ts";
import { createInvent } from "../invent/index.ts";
import type { Listing } from "./listing.ts";
import type { WalkOptions } from "./options.ts";

interface Dialect {
  readonly name: string;
  readonly pagination: Pagination;
  readonly list: (server: ListServer, options?: WalkOptions) => Listing<unknown>;
}

const agentId = "3f0c6a52-6a0e-4a53-9a43-0d7b1c6f2e11";
const token = "token";

/** Changes the order of a server's rows, then lets it answer. */
function turnThenFetch(server: ListServer, turn: (rows: Row[]) => Row[], request: Request): Promise<Response> {
  server.rows = turn(server.rows);
  return server.fetch(request);
}

/** The three ways in which the vendors page. */
const dialects: Dialect[] = [
  {
    name: "offset without a total",
    pagination: cargoVendor.operations.listChats.pagination,
    list: ({ fetch }, options) => createCargo({ token, fetch }).chats.list({}, options),
  },
  {
    name: "offset with a total in the body",
    pagination: cotoolVendor.operations.listAgentChats.pagination,
    list: ({ fetch }, options) => createCotool({ token, fetch }).chats.list({ agentId }, options),
  },
  {
    name: "page numbers with a total in a header",
    pagination: inventVendor.operations.listOrgChats.pagination,
    list: ({ fetch }, options) => createInvent({ token, fetch }).chats.list({ org_id: "c" }, options),
  },
];

describe.each(dialects)("a walk by $name", ({ pagination, list }) => {
  const serve = (count: number) => createListServer(pagination, rows(count));
  const idsOf = (items: unknown[]) => items.map((item) => (item as Record<string, string>)[pagination.id.slice(1)]);
  const idsFrom = (count: number, from = 0) => rows(count, from).map(({ id }) => id);

  test.each([0, 1, 9, 10, 11, 25, 100])("gives each of %i items once, in the vendor's order", async (count) => {
    const walk = list(serve(count), { pageSize: 10 }).walk();
    const items = await collect(walk);
    expect(idsOf(items)).toEqual(idsFrom(count));
    expect(walk.receipt).toMatchObject({ items: count, duplicates: 0 });
  });

  test("is the same whatever the page size", async () => {
    for (const pageSize of [1, 2, 3, 7, 20, 21, 99]) {
      expect(idsOf(await list(serve(20), { pageSize }).toArray())).toEqual(idsFrom(20));
    }
  });

  test("loses nothing to a server that clamps the size", async () => {
    const server = serve(25);
    server.clamp = 4;
    expect(idsOf(await list(server, { pageSize: 10 }).toArray())).toEqual(idsFrom(25));
    expect(server.requests.length).toBeLessThanOrEqual(8);
  });

  test("ends in an error when the server gives one page for ever", async () => {
    const server = serve(1000);
    server.isStuck = true;
    const walk = list(server, { pageSize: 10 }).walk();
    await expect(collect(walk)).rejects.toMatchObject({ name: "PaginationError", cursor: expect.any(String) });
    expect(server.requests.length).toBeLessThanOrEqual(3);
    expect(walk.receipt).toMatchObject({ items: 10, complete: false });
  });

  test("ends in an error when the server gives the same rows in ever other orders, or two pages in turn", async () => {
    for (const turn of [(rows: Row[]) => [...rows.slice(1), ...rows.slice(0, 1)], (rows: Row[]) => rows.toReversed()]) {
      const server = serve(20);
      server.isStuck = true;
      server.total = () => 1000;
      const walk = list(
        { ...server, fetch: (request) => turnThenFetch(server, turn, request) },
        { pageSize: 10 },
      ).walk();
      await expect(collect(walk)).rejects.toMatchObject({ name: "PaginationError" });
      expect(server.requests.length).toBeLessThan(30);
    }
  });

  test("goes on when inserts push one page back at two positions", async () => {
    const server = serve(30);
    const walk = list(server, { pageSize: 10 }).walk();
    for (let taken = 0; taken < 10; taken++) await walk.next();
    server.rows = [...rows(10, 100), ...server.rows];
    expect(idsOf(await collect(walk))).toEqual(idsFrom(20, 10));
  });

  test("never calls a resumed walk complete", async () => {
    const server = serve(25);
    const walk = list(server, { pageSize: 100, cursor: (await list(server, { pageSize: 10 }).page()).cursor }).walk();
    expect(idsOf(await collect(walk))).toEqual(idsFrom(15, 10));
    expect(walk.receipt.complete).toBe("unknown");
  });

  test("gives a page from any position, without what stands before it", async () => {
    const server = serve(25);
    const { cursor } = await list(server, { pageSize: 10 }).page();
    const { items } = await list(server, { pageSize: 9 }).page(cursor);
    expect(idsOf([...items])).toEqual(idsFrom(items.length, 10));
    expect(items.length).toBeGreaterThan(0);
  });

  test("delivers an item once when inserts push it onto the next page", async () => {
    const server = serve(20);
    const walk = list(server, { pageSize: 10 }).walk();
    for (let taken = 0; taken < 10; taken++) await walk.next();
    server.rows = [...rows(2, 100), ...server.rows];
    const rest = await collect(walk);
    expect(idsOf(rest)).toEqual(idsFrom(10, 10));
    expect(walk.receipt.duplicates).toBe(2);
  });

  test("takes a failed step again on the next call, and loses nothing", async () => {
    const server = serve(25);
    const walk = list(server, { pageSize: 10 }).walk();
    const items: unknown[] = [];
    for (let taken = 0; taken < 10; taken++) items.push((await walk.next()).value);
    server.failures.push(() => new Response("", { status: 500 }));
    await expect(walk.next()).rejects.toMatchObject({ name: "HttpError", status: 500 });
    items.push(...(await collect(walk)));
    expect(idsOf(items)).toEqual(idsFrom(25));
  });

  test("resumes from its cursor, wherever it was left, with exactly the rest", async () => {
    for (let left = 0; left <= 25; left++) {
      const server = serve(25);
      const walk = list(server, { pageSize: 10 }).walk();
      for (let taken = 0; taken < left; taken++) await walk.next();
      const rest = await list(server, { pageSize: 10, cursor: walk.cursor }).toArray();
      expect(idsOf(rest)).toEqual(idsFrom(25 - left, left));
    }
  });

  test("stops at maxItems and says that it did", async () => {
    const walk = list(serve(25), { pageSize: 10, maxItems: 12 }).walk();
    expect(idsOf(await collect(walk))).toEqual(idsFrom(12));
    expect(walk.receipt).toMatchObject({ items: 12, stopReason: "maxItems", complete: false });
    expect(await list(serve(3), { maxItems: 0 }).toArray()).toEqual([]);
  });

  test("sends nothing until it is used, and nothing after it was left", async () => {
    const server = serve(100);
    const listing = list(server, { pageSize: 10 });
    expect(server.requests).toEqual([]);
    const walk = listing.walk();
    for await (const _ of walk) break;
    expect(server.requests).toHaveLength(1);
    expect(await walk.next()).toEqual({ value: undefined, done: true });
    expect(server.requests).toHaveLength(1);
    expect(walk.receipt).toMatchObject({ items: 1, stopReason: "return", complete: false });
  });

  test("serves overlapping calls of next in turn", async () => {
    const walk = list(serve(5), { pageSize: 2 }).walk();
    const results = await Promise.all(Array.from({ length: 7 }, () => walk.next()));
    expect(idsOf(results.slice(0, 5).map(({ value }) => value))).toEqual(idsFrom(5));
    expect(results.slice(5).every(({ done }) => done)).toBe(true);
  });

  test("gives the same items by pages", async () => {
    const pages = await collect(list(serve(25), { pageSize: 10 }).pages());
    expect(pages.map((page) => page.length)).toEqual([10, 10, 5]);
    expect(idsOf(pages.flat())).toEqual(idsFrom(25));
  });

  test("gives the same items page by page for a user interface, clamped or not", async () => {
    for (const clamp of [Number.POSITIVE_INFINITY, 4]) {
      const server = serve(25);
      server.clamp = clamp;
      const items: unknown[] = [];
      let cursor: string | undefined;
      do {
        const page = await list(server, { pageSize: 10 }).page(cursor);
        items.push(...page.items);
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(idsOf(items)).toEqual(idsFrom(25));
    }
  });

  test("aborts with the signal's own reason", async () => {
    const server = serve(25);
    const controller = new AbortController();
    const walk = list(server, { pageSize: 10, signal: controller.signal }).walk();
    for (let taken = 0; taken < 10; taken++) await walk.next();
    const reason = new Error("the user left");
    controller.abort(reason);
    await expect(walk.next()).rejects.toBe(reason);
    expect(server.requests).toHaveLength(1);
  });
});

describe("the end of a listing", () => {
  const pagination = cotoolVendor.operations.listAgentChats.pagination;
  const list = (server: ListServer, options?: WalkOptions) =>
    createCotool({ token, fetch: server.fetch }).chats.list({ agentId }, options);

  test("is not asked for again when the total was reached in one answer, and the receipt says complete", async () => {
    const server = createListServer(pagination, rows(10));
    const walk = list(server).walk();
    await collect(walk);
    expect(server.requests).toHaveLength(1);
    expect(walk.receipt).toMatchObject({ requests: 1, stopReason: "total", complete: true });
  });

  test("is never called complete over several answers, which a change can part", async () => {
    const walk = list(createListServer(pagination, rows(10)), { pageSize: 4 }).walk();
    await collect(walk);
    expect(walk.receipt.complete).toBe("unknown");
  });

  test("is an error where the vendor gives nothing and counts more", async () => {
    const server = createListServer(pagination, rows(10));
    server.total = () => 50;
    const walk = list(server, { pageSize: 10 }).walk();
    await expect(collect(walk)).rejects.toThrow("gives nothing at position 10, although it counts 50 items");
    await expect(list(server, { pageSize: 10 }).page(walk.cursor)).rejects.toMatchObject({ kind: "pagination" });
    expect(walk.receipt.complete).toBe(false);
  });

  test("is an empty page where the total is missing or no number", async () => {
    const server = createListServer(pagination, rows(10));
    for (const total of [undefined, -1, 1.5, Number.NaN]) {
      server.total = () => total;
      const walk = list(server, { pageSize: 5 }).walk();
      expect(await collect(walk)).toHaveLength(10);
      expect(walk.receipt).toMatchObject({ requests: 3, stopReason: "empty", complete: "unknown" });
    }
  });

  test("waits for items that the vendor left without an identifier", async () => {
    const fetch = async ({ url }: Request) => {
      const offset = Number(new URL(url).searchParams.get("offset"));
      const chats = offset >= 6 ? [] : [{ createdAt: `${offset}a` }, { createdAt: `${offset}b` }, { createdAt: "c" }];
      return Response.json({ chats, totalCount: 6 });
    };
    expect(await createCotool({ token, fetch }).chats.list({ agentId }, { pageSize: 3 }).toArray()).toHaveLength(6);
  });
});
