import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collect } from "../../test/collect.ts";
import { type ListName, listNames, serveFeed } from "../../test/feed-servers.ts";
import { newest, type Row, rows } from "../../test/list-server.ts";
import { createCotool } from "../cotool/index.ts";
import { CursorError, PaginationError } from "../errors.ts";
import type { FeedOptions } from "./feed-options.ts";
import { createUnified, type UnifiedChat } from "./index.ts";

/** Rows by creation, or by an update that follows creation at any distance: their order in the feed is not that of the list. */
const list = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 9000 })), { maxLength: 50 });
const lists = fc.tuple(...listNames.map(() => fc.tuple(list, fc.boolean())));

function serve(given: readonly (readonly [readonly [number, number][], boolean])[]) {
  const named = listNames.map((name, index) => {
    const [gaps, isByUpdate] = given[index] ?? [[], false];
    let createdAt = newest;
    const made = gaps.map(([gap, worked], number): Row => {
      createdAt -= gap * 1000 + 7;
      return { id: `${name}-${number}`, createdAt, updatedAt: createdAt + worked * 1000 + number };
    });
    return [name, isByUpdate ? made.sort((left, right) => (right.updatedAt ?? 0) - (left.updatedAt ?? 0)) : made];
  });
  return serveFeed(Object.fromEntries(named) as Record<ListName, Row[]>);
}

const idsOf = (chats: readonly UnifiedChat[]) => chats.map(({ id }) => id);

describe("a feed that is resumed", () => {
  test("gives exactly the rest, wherever it was cut off, and however often", () =>
    fc.assert(
      fc.asyncProperty(
        lists,
        fc.constantFrom<FeedOptions["by"]>("created", "updated"),
        fc.integer({ min: 2, max: 30 }),
        fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 8 }),
        async (given, by, pageSize, crashes) => {
          const { unified } = serve(given);
          const options = { by, pageSize, settle: false };
          const whole = idsOf(await collect(unified.chats({}, options)));
          const resumed: string[] = [];
          let cursor: string | undefined;
          for (const taken of crashes) {
            const walk = unified.chats({}, options).walk({ cursor });
            for (let count = 0; count < taken; count++) {
              const { value } = await walk.next();
              if (value) resumed.push(value.id);
            }
            cursor = JSON.parse(JSON.stringify(walk.cursor)) as string;
            expect(encodeURIComponent(cursor)).toBe(cursor);
          }
          resumed.push(...idsOf(await collect(unified.chats({}, { ...options, cursor }))));
          expect(resumed.toSorted()).toEqual(whole.toSorted());
          expect(resumed).toEqual(whole);
        },
      ),
      { numRuns: 200 },
    ));

  test("is resumed where an error cut it off too", async () => {
    const { unified, servers } = serveFeed({ cargo: rows(30), invent: rows(30, 5) });
    servers.invent.failures.push(undefined, () => new Response("", { status: 500 }));
    const walk = unified.chats({}, { pageSize: 10 }).walk();
    const before: string[] = [];
    await expect(
      (async () => {
        for await (const chat of walk) before.push(chat.id);
      })(),
    ).rejects.toMatchObject({ vendor: "invent", status: 500 });
    expect(walk.receipt.sources.find(({ vendor }) => vendor === "invent")?.given).toBeLessThan(30);
    const rest = await collect(unified.chats({}, { cursor: walk.cursor, pageSize: 10 }));
    expect(before.length + rest.length).toBe(60);
    expect(new Set(rest.map(({ vendor }) => vendor))).toEqual(new Set(["invent"]));
  });

  test("never asks a list again that was at its end", async () => {
    const { unified, servers } = serveFeed({ cargo: rows(40), invent: rows(3) });
    const walk = unified.chats({}, { pageSize: 10 }).walk();
    for (let count = 0; count < 12; count++) await walk.next();
    expect(walk.receipt.sources.map(({ status }) => status)).toEqual(["open", "exhausted", "exhausted", "exhausted"]);
    const asked = servers.invent.requests.length;
    const resumed = unified.chats({}, { pageSize: 10, cursor: walk.cursor }).walk();
    expect(await collect(resumed)).toHaveLength(31);
    expect(servers.invent.requests.length).toBe(asked);
    expect(resumed.receipt.sources.at(-1)).toMatchObject({ status: "exhausted", walk: undefined, cursor: undefined });
    expect(resumed.receipt.complete).toBe(true);
  });

  test("remembers that a list, now at its end, may have hidden something", async () => {
    const shuffled = rows(20).sort((left, right) => ((left.createdAt ?? 0) % 7) - ((right.createdAt ?? 0) % 7));
    const { unified } = serveFeed({ cargo: rows(40), invent: shuffled });
    const walk = unified.chats({}, { pageSize: 10 }).walk();
    while (walk.receipt.sources.at(-1)?.given !== 20) await walk.next();
    await walk.next();
    expect(walk.receipt.sources.at(-1)?.status).toBe("exhausted");
    const resumed = unified.chats({}, { pageSize: 10, cursor: walk.cursor }).walk();
    await collect(resumed);
    expect(resumed.receipt.sources.map((each) => each.walk?.complete)).toEqual([true, undefined, undefined, undefined]);
    expect(resumed.receipt.complete).toBe("unknown");
  });

  test("takes pages as it takes crashes: no chat is lost or repeated between two", () =>
    fc.assert(
      fc.asyncProperty(lists, fc.integer({ min: 1, max: 40 }), async (given, size) => {
        const { unified } = serve(given);
        const whole = idsOf(await collect(unified.chats()));
        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await unified.chats().page(cursor, { size });
          expect(page.items.length).toBeLessThanOrEqual(size);
          expect(page.failures).toEqual([]);
          paged.push(...idsOf(page.items));
          cursor = page.cursor;
        } while (cursor !== undefined);
        expect(paged).toEqual(whole);
      }),
      { numRuns: 60 },
    ));

  test("refuses a cursor that is none, and one of another feed, by name", () => {
    const { unified } = serveFeed({});
    const { cursor } = unified.chats().walk();
    const resume =
      (own: string, feed = unified.chats()) =>
      () =>
        feed.walk({ cursor: own });
    expect(resume(cursor)).not.toThrow();
    expect(resume(cursor, unified.chats({ agent: [], text: "", not: { agent: [], state: undefined } }))).not.toThrow();
    expect(resume("nonsense")).toThrow(CursorError);
    expect(resume(cursor.replace("u1", "u2"))).toThrow("is not a cursor of a feed");
    expect(resume(cursor.replace(".Infinity", ".soon"))).toThrow("is not a cursor of a feed");
    expect(resume(`${cursor}~y`)).toThrow("another feed");
    expect(resume(cursor, unified.chats({}, { by: "updated" }))).toThrow("another feed");
    expect(resume(cursor, unified.chats({ text: "a" }))).toThrow("another feed");
    expect(resume(cursor, unified.chats({ vendor: ["cargo"] }))).toThrow("another feed");
    expect(resume(cursor, unified.chats({}, { send: false }))).toThrow("another feed");
    const wanted = unified.chats({ state: ["failed", "done"], created: { from: new Date(5) } }).walk().cursor;
    const same = unified.chats({ created: { from: "1970-01-01T00:00:00.005Z" }, state: ["done", "failed"] });
    expect(resume(wanted, same)).not.toThrow();
  });

  test("goes on where it stood when the agents are named in another order, or twice", async () => {
    const { servers } = serveFeed({ "cotool a": rows(30), "cotool b": rows(20, 40) });
    const client = createCotool({
      token: "token",
      fetch: (request) => servers[request.url.includes("/a/") ? "cotool a" : "cotool b"].fetch(request),
    });
    const feedOf = (...agentIds: string[]) => createUnified({ cotool: { client, agentIds } }).chats();
    const first = await feedOf("a", "b").page(undefined, { size: 20 });
    const second = await feedOf("b", "a", "b").page(first.cursor, { size: 20 });
    const third = await feedOf("b", "a").page(second.cursor, { size: 20 });
    expect(second.receipt.sources.map(({ name }) => name)).toEqual(["b", "a"]);
    const whole = [...rows(30), ...rows(20, 40)].map(({ id }) => id);
    expect([first, second, third].flatMap(({ items }) => idsOf(items))).toEqual(whole);
    expect(third.cursor).toBeUndefined();
  });

  test("goes on where all chats are gone that a list had given, as long as these are few", async () => {
    const { unified, servers } = serveFeed({ cargo: rows(30), invent: rows(30, 40) });
    const given: string[] = [];
    let cursor: string | undefined;
    for (let count = 0; count < 6; count++) {
      const page = await unified.chats().page(cursor, { size: 1 });
      given.push(...idsOf(page.items));
      cursor = page.cursor;
    }
    servers.cargo.rows = rows(24, 6);
    const { items } = await unified.chats().page(cursor, { size: 100 });
    expect([...given, ...idsOf(items)]).toEqual([...rows(30), ...rows(30, 40)].map(({ id }) => id));
  });

  test("gives no page for ever of chats without identifiers, but says that none can go on behind them", async () => {
    const nameless = rows(40).map((row): Row => ({ ...row, id: undefined }));
    const { unified } = serveFeed({ cargo: nameless, invent: rows(20, 5) });
    const first = await unified.chats().page(undefined, { size: 15 });
    const second = unified.chats().page(first.cursor, { size: 15 });
    await expect(second).rejects.toBeInstanceOf(PaginationError);
    await expect(second).rejects.toMatchObject({ vendor: "cargo", message: expect.stringContaining("Cargo: no page") });
    expect(await collect(unified.chats())).toHaveLength(60);
    const others = await unified.chats({ vendor: ["invent"] }).page(undefined, { size: 15 });
    expect((await unified.chats({ vendor: ["invent"] }).page(others.cursor, { size: 15 })).items).toHaveLength(5);
  });

  test("goes on behind a chat that has an identifier, whatever stands before and after it", async () => {
    const mixed = rows(80).map((row, index): Row => (index % 4 > 0 ? row : { ...row, id: undefined }));
    const { unified } = serveFeed({ cargo: mixed });
    const times = new Set<string | null>();
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await unified.chats().page(cursor, { size: 20 });
      for (const { createdAt } of page.items) times.add(createdAt);
      cursor = page.cursor;
      expect(++pages).toBeLessThan(10);
    } while (cursor !== undefined);
    expect(times.size).toBe(80);
  });

  test("has a cursor of some hundred characters where lists are in order, which tells nothing of a chat", async () => {
    const { unified } = serveFeed({
      cargo: rows(400),
      "cotool a": rows(400),
      "cotool b": rows(400),
      invent: rows(400),
    });
    const walk = unified.chats().walk();
    for (let count = 0; count < 777; count++) await walk.next();
    expect(walk.cursor.length).toBeLessThan(1300);
    expect(walk.cursor).not.toMatch(/cotool|r19\d|token/);
  });
});
