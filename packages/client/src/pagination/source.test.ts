import type { Operation, Pagination, Vendor } from "@agent-chats/schema";
import { vendor as cargo } from "@agent-chats/schema/cargo";
import { vendor as cotool } from "@agent-chats/schema/cotool";
import { vendor as invent } from "@agent-chats/schema/invent";
import { describe, expect, test } from "vitest";
import { createListServer, type ListServer, newest, rows } from "../../test/list-server.ts";
import { createApi } from "../api.ts";
import { createSource, defaultPageSize, endOf } from "./source.ts";
import type { Ask } from "./window.ts";

type PagedOperation = Operation & { readonly pagination: Pagination };

function start(
  vendor: Vendor,
  operation: PagedOperation,
  count: number,
  params: { query?: object; path?: object } = {},
) {
  const server = createListServer(operation.pagination, rows(count));
  const only = { ...vendor, operations: { [operation.id]: operation } };
  const { call } = createApi(only, { token: "token", fetch: server.fetch });
  const source = createSource<object>(call, { vendor: only, operation }, operation.pagination, params as object);
  let sent = 0;
  return {
    server,
    read: (ask: Partial<Ask>) => source.read(toAsk(ask), undefined, { onRequest: () => void sent++ }),
    get sent() {
      return sent;
    },
  };
}

const toAsk = (ask: Partial<Ask>): Ask => ({
  from: 0,
  position: ask.from ?? 0,
  size: 10,
  direction: "forward",
  ...ask,
});
const listCargo = (count: number, query: object = {}) => start(cargo, cargo.operations.listChats, count, { query });
const listCotool = (count: number) =>
  start(cotool, cotool.operations.listAgentChats, count, { path: { agentId: "a" } });
const listInvent = (count: number) => start(invent, invent.operations.listOrgChats, count, { path: { org_id: "c" } });
const lastQuery = (server: ListServer) => Object.fromEntries(new URL(`http://x${server.requests.at(-1)}`).searchParams);
const iso = (time: number) => new Date(time).toISOString();

describe("a read", () => {
  test("asks for its window, with the caller's filters", async () => {
    const { server, read } = listCargo(25, { name: "Q4" });
    const answer = await read({ from: 9, position: 10, size: 5 });
    expect(lastQuery(server)).toEqual({ name: "Q4", offset: "9", limit: "5" });
    expect(answer).toMatchObject({ window: { start: 9, size: 5 }, requests: 1, total: undefined, isShort: false });
    expect(answer.rows.map(({ place, item }) => [place, item])).toEqual(
      [9, 10, 11, 12, 13].map((place) => [place, { uuid: `r${place}`, createdAt: iso(newest - place * 1000) }]),
    );
    expect(answer.rows[0]).toMatchObject({ createdAt: newest - 9000, updatedAt: Number.NaN });
  });

  test("tells the server's clock, to the second, and that it has none", async () => {
    const { server, read } = listCargo(1);
    server.now = newest + 1999;
    expect((await read({})).serverTime).toBe(newest + 1000);
    server.now = undefined;
    expect((await read({})).serverTime).toBeNaN();
  });

  test("is refused where the answer holds no list", async () => {
    const operation = { ...cargo.operations.listChats, answerMembers: {} };
    const { server, read } = start(cargo, operation, 0);
    server.failures.push(() => Response.json({ chats: { length: 0 } }));
    await expect(read({})).rejects.toMatchObject({
      name: "UnexpectedResponseError",
      message: expect.stringContaining("without a list at /chats"),
    });
  });

  test("is short where the server is known to give more", async () => {
    const { server, read } = listCargo(25);
    server.clamp = 8;
    // One that gives 8 of 10 may give no more.
    expect((await read({ from: 0 })).isShort).toBe(false);
    expect((await read({ from: 16 })).isShort).toBe(false);
    expect((await read({ from: 20 })).isShort).toBe(true);
    expect((await read({ from: 24, size: 1 })).isShort).toBe(false);
    expect((await read({ from: 25, size: 1 })).isShort).toBe(true);
  });
});

describe("a range of creation time", () => {
  const [after, before] = [newest - 5000, newest - 2000];

  test("goes into the vendor's own parameters, and an open bound does not", async () => {
    const { server, read } = listCargo(25);
    await read({ range: { after, before } });
    expect(lastQuery(server)).toMatchObject({ createdAfter: iso(after), createdBefore: iso(before) });
    await read({ range: { after: undefined, before } });
    expect(lastQuery(server)).toEqual({ createdBefore: iso(before), offset: "0", limit: "10" });
    await read({});
    expect(lastQuery(server)).toEqual({ offset: "0", limit: "10" });
  });

  test("does not widen the caller's own filter", async () => {
    const own = { createdAfter: new Date(after + 1), createdBefore: iso(before - 1) };
    const { server, read } = listCargo(25, own);
    await read({ range: { after, before } });
    expect(lastQuery(server)).toMatchObject({ createdAfter: iso(after + 1), createdBefore: iso(before - 1) });
  });

  test("narrows it, each bound for itself", async () => {
    const { server, read } = listCargo(25, { createdAfter: iso(after - 1), createdBefore: new Date(before - 1) });
    await read({ range: { after, before } });
    expect(lastQuery(server)).toMatchObject({ createdAfter: iso(after), createdBefore: iso(before - 1) });
    await read({ range: { after: after - 2, before: before - 2 } });
    expect(lastQuery(server)).toMatchObject({ createdAfter: iso(after - 1), createdBefore: iso(before - 2) });
  });

  test("leaves the caller's own filter in its own words where it says the same", async () => {
    const own = { createdAfter: iso(after).replace("Z", "000Z"), createdBefore: iso(before).replace("Z", "000Z") };
    const { server, read } = listCargo(25, own);
    await read({ range: { after, before } });
    expect(lastQuery(server)).toMatchObject(own);
  });

  test("is nothing that can be asked for where the vendor has no such parameters", async () => {
    const { server, read } = listCotool(25);
    await read({ range: { after, before } });
    expect(lastQuery(server)).toEqual({ offset: "0", limit: "10" });
  });
});

describe("a total", () => {
  test.each([
    [12, 12],
    ["12", 12],
    [0, 0],
    [-1, undefined],
    [1.5, undefined],
    ["1.5", undefined],
    ["0x10", undefined],
    ["many", undefined],
    ["", undefined],
    [null, undefined],
    [Number.MAX_SAFE_INTEGER + 1, undefined],
    [true, undefined],
    [undefined, undefined],
  ])("said as %j is %j", async (said, total) => {
    const { server, read } = listCotool(0);
    server.total = () => said;
    expect((await read({})).total).toBe(total);
  });

  test.each([0, 9])("is none where it says %i and 10 items came", async (said) => {
    const { server, read } = listCotool(25);
    server.total = () => said;
    expect((await read({})).total).toBeUndefined();
    server.total = () => 10;
    expect((await read({})).total).toBe(10);
  });

  test("is read from the header where it stands there", async () => {
    const { server, read } = listInvent(25);
    expect((await read({})).total).toBe(25);
    server.total = () => "about 25";
    expect((await read({})).total).toBeUndefined();
    server.total = () => undefined;
    expect((await read({})).total).toBeUndefined();
  });
});

describe("a read by page number", () => {
  test("says where it really begins", async () => {
    const { server, read } = listInvent(25);
    const { window, rows } = await read({ from: 9, position: 10 });
    expect(lastQuery(server)).toMatchObject({ page: "2", take: "9" });
    expect(window).toEqual({ start: 9, size: 9, position: 2 });
    expect(rows.map(({ item }) => item)).toMatchObject(
      [9, 10, 11, 12, 13, 14, 15, 16, 17].map((n) => ({ id: `r${n}` })),
    );
  });

  test("asks again where the server counts its pages by a smaller size, until the items are in their places", async () => {
    for (let clamp = 1; clamp <= 10; clamp++) {
      for (let from = 1; from < 25; from++) {
        const test = listInvent(25);
        test.server.clamp = clamp;
        const answer = await test.read({ from, position: from });
        expect([answer.requests, test.sent]).toEqual([test.server.requests.length, test.server.requests.length]);
        expect(answer.requests).toBeLessThanOrEqual(4);
        for (const { place, item } of answer.rows) expect(item).toMatchObject({ id: `r${place}` });
        expect(answer.window.start).toBeLessThanOrEqual(from);
        // The first page is in its place whatever its size, and may end before the place that was asked for.
        if (answer.window.start > 0) expect(endOf(answer)).toBeGreaterThan(from);
      }
    }
  });

  test("takes one request where the size is known to be given, and where it begins at the first item", async () => {
    const { server, read } = listInvent(25);
    server.clamp = 4;
    expect((await read({ from: 0 })).requests).toBe(1);
    expect((await read({ from: 4, size: 4 })).requests).toBe(1);
  });

  test("learns the largest size that the server gives", async () => {
    const { server, read } = listInvent(25);
    server.clamp = 4;
    const requests = [];
    for (const from of [0, 3, 6, 9, 12]) requests.push((await read({ from, position: from + 1 })).requests);
    expect(requests.slice(2)).toEqual([1, 1, 1]);
  });
});

describe("a server by page number", () => {
  const emptyOf = (total: number) => () => new Response("[]", { headers: { "pagination-count": `${total}` } });
  const inPlace = ({ rows }: { rows: readonly { place: number; item: unknown }[] }) => {
    for (const { place, item } of rows) expect(item).toMatchObject({ id: `r${place}` });
  };

  test("that ignores the size is read in its own pages from the second request on", async () => {
    for (const fixedSize of [10, 12, 25]) {
      for (let from = 1; from < 30; from++) {
        const { server, read } = listInvent(300);
        server.fixedSize = fixedSize;
        const answer = await read({ from, position: from });
        inPlace(answer);
        expect(answer.window.start).toBeLessThanOrEqual(from);
        if (answer.window.start > 0) expect(endOf(answer)).toBeGreaterThan(from);
        expect(answer.requests).toBeLessThanOrEqual(2);
        expect(answer.requests).toBe(server.requests.length);
      }
    }
  });

  test("that ignores the size is known by its first page, and by one as large as an answer before", async () => {
    const first = listInvent(40);
    first.server.fixedSize = 12;
    expect((await first.read({ from: 0 })).rows).toHaveLength(12);
    expect(await first.read({ from: 11, position: 12 })).toMatchObject({ window: { start: 12 }, requests: 1 });
    const same = listInvent(40);
    same.server.fixedSize = 10;
    await same.read({ from: 0 });
    const second = await same.read({ from: 9, position: 10 });
    expect(second).toMatchObject({ window: { start: 10 }, requests: 2 });
    inPlace(second);
  });

  test("is known to ignore the size where a smaller page has nothing, and the total promises something", async () => {
    const { server, read } = listInvent(25);
    server.fixedSize = 10;
    await read({ from: 0 });
    const answer = await read({ from: 18, position: 18, size: 6 });
    expect(answer).toMatchObject({ window: { start: 10, size: 10 }, requests: 2 });
    inPlace(answer);
  });

  test("is known to ignore the size where a smaller page has less than the total promises", async () => {
    const { server, read } = listInvent(15);
    server.fixedSize = 10;
    await read({ from: 0 });
    const answer = await read({ from: 9, position: 10 });
    expect(answer).toMatchObject({ window: { start: 10, size: 10 }, requests: 2 });
    inPlace(answer);
    expect(await read({ from: 9, position: 10 })).toMatchObject({ window: { start: 10 }, requests: 1 });
  });

  test("heeds the size where a larger page has less than the total promises as well", async () => {
    const { server, read } = listInvent(15);
    server.total = () => 17;
    await read({ from: 0 });
    expect(await read({ from: 9, position: 10 })).toMatchObject({ window: { start: 9, size: 9 }, requests: 2 });
    expect((await read({ from: 6, position: 7, size: 6 })).window).toEqual({ start: 6, size: 6, position: 2 });
  });

  test("heeds the size for all that an empty answer proves: of the full size, or behind the last item", async () => {
    const full = listInvent(40);
    await full.read({ from: 0 });
    full.server.failures.push(emptyOf(40));
    expect((await full.read({ from: 10 })).requests).toBe(1);
    expect((await full.read({ from: 19, position: 20 })).window).toEqual({ start: 18, size: 9, position: 3 });
    const end = listInvent(25);
    await end.read({ from: 0 });
    expect((await end.read({ from: 25, size: 5 })).requests).toBe(1);
    expect((await end.read({ from: 9, position: 10 })).window).toEqual({ start: 9, size: 9, position: 2 });
  });

  test("is asked for the caller's size after an answer that was empty against its total", async () => {
    const { server, read } = listInvent(25);
    server.failures.push(emptyOf(25));
    expect((await read({ from: 0 })).rows).toEqual([]);
    await read({ from: 0 });
    expect(lastQuery(server)).toMatchObject({ page: "1", take: "10" });
  });

  test("is asked once for a page that is in its place: of a size it gives, or at the end of its total", async () => {
    const known = listInvent(25);
    known.server.total = () => undefined;
    await known.read({ from: 0 });
    expect(await known.read({ from: 20 })).toMatchObject({ window: { start: 20, size: 10 }, requests: 1 });
    const last = listInvent(23);
    await last.read({ from: 0, size: 4 });
    expect(await last.read({ from: 20 })).toMatchObject({ window: { start: 20, size: 10 }, requests: 1 });
  });

  test("is asked again for a short page of a size it never gave, where no total says that it is the last", async () => {
    const { server, read } = listInvent(23);
    server.total = () => undefined;
    await read({ from: 0, size: 4 });
    expect((await read({ from: 20 })).requests).toBeGreaterThan(1);
  });

  test("is asked for more than the caller's size where only that overlaps, until it gives less", async () => {
    const { server, read } = listInvent(25);
    await read({ from: 0 });
    expect(endOf(await read({ from: 24 }))).toBe(25);
    await read({ from: 1, position: 2, size: 2 });
    expect(lastQuery(server)).toMatchObject({ page: "1", take: "20" });
    for (const clamp of [1, 2, 3]) {
      const clamped = listInvent(25);
      clamped.server.clamp = clamp;
      for (let from = 1; from < 24; from++) {
        const answer = await clamped.read({ from, position: from + 1, size: 2 });
        inPlace(answer);
        expect(endOf(answer)).toBeGreaterThan(from);
      }
    }
  });
});

describe("the page size", () => {
  test("is the vendor's maximum, or 100 where none is documented", () => {
    const { pagination } = cotool.operations.listAgentChats;
    expect(defaultPageSize({ ...pagination, maximumSize: 30 })).toBe(30);
    expect(defaultPageSize(cargo.operations.listChats.pagination)).toBe(100);
  });
});
