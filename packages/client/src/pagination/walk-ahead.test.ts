import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { collect } from "../../test/collect.ts";
import { dialects, idsFrom, idsOf, serve, withTotal } from "../../test/dialects.ts";
import type { ListServer } from "../../test/list-server.ts";
import { settleTurns } from "../../test/turns.ts";

const modes = dialects.flatMap((dialect) =>
  (["ordered", "exact"] as const).map((consistency) => ({ dialect, consistency, name: dialect.name })),
);

/** Holds back every request from the given one on. */
function holdFrom(server: ListServer, first: number) {
  server.before = (request) => (request < first ? undefined : new Promise(() => {}));
}

/** The same server, whose answers are there after a number of turns of promises alone: each moment can be met. */
function withoutPauses(server: ListServer): Pick<ListServer, "fetch"> {
  return {
    fetch: async (request) => {
      const response = await server.fetch(request);
      const body = await response.text();
      return Object.assign(new Response(body, response), { text: async () => body });
    },
  };
}

/** Answers requests out of their order: each after some turns, now more, now fewer. */
function shuffle(server: ListServer) {
  server.before = async (request) => {
    for (let turns = (request * 7) % 5; turns > 0; turns--) await settleTurns();
  };
}

describe.each(modes)("a walk by $name, $consistency, that reads ahead", ({ dialect, consistency }) => {
  test("delivers the same in the same order, however late answers come", async () => {
    const whole = idsOf(await dialect.list(serve(dialect, 65), { pageSize: 10, consistency }).toArray());
    for (const readAhead of [1, 2, 5]) {
      const server = serve(dialect, 65);
      shuffle(server);
      const walk = dialect.list(server, { pageSize: 10, consistency, readAhead }).walk();
      expect(idsOf(await collect(walk))).toEqual(whole);
      expect(walk.receipt).toMatchObject({ items: 65, failures: 0, complete: true });
    }
  });

  test("has no more requests under way than it may, beside the one that it waits for", async () => {
    for (const readAhead of [0, 1, 4]) {
      const server = serve(dialect, 65);
      let most = 0;
      server.before = () => {
        most = Math.max(most, server.underWay);
      };
      await collect(dialect.list(server, { pageSize: 10, consistency, readAhead }));
      expect(most).toBeLessThanOrEqual(readAhead + 1);
    }
  });

  test("asks for no more than it may while nobody takes what is there", async () => {
    const server = serve(dialect, 200);
    const walk = dialect.list(server, { pageSize: 10, consistency, readAhead: 3 }).walk();
    await walk.next();
    await settleTurns();
    const { length } = server.requests;
    expect(length - walk.receipt.pages).toBeLessThanOrEqual(3);
    for (let turns = 0; turns < 10; turns++) await settleTurns();
    expect(server.requests).toHaveLength(length);
    await walk.return();
  });

  test("cancels at once what is under way when it is left by break", async () => {
    const first = dialect.list(serve(dialect, 200), { pageSize: 10, consistency }).walk();
    await first.next();
    const server = serve(dialect, 200);
    holdFrom(server, first.receipt.requests + 1);
    const walk = dialect.list(server, { pageSize: 10, consistency, readAhead: 3 }).walk();
    for await (const _ of walk) {
      await settleTurns();
      expect(server.underWay).toBeGreaterThan(0);
      break;
    }
    const { length } = server.requests;
    await settleTurns();
    expect(server.underWay).toBe(0);
    expect(server.requests).toHaveLength(length);
    expect(await walk.next()).toEqual({ value: undefined, done: true });
    expect(walk.receipt).toMatchObject({ items: 1, stopReason: "return", complete: false });
  });

  test("cancels at once what is under way when it is left while a call waits, which gets the end", async () => {
    const server = serve(dialect, 200);
    const walk = dialect.list(server, { pageSize: 10, consistency, readAhead: 3 }).walk();
    await walk.next();
    holdFrom(server, 1);
    const calls = Array.from({ length: 60 }, () => walk.next());
    await settleTurns();
    expect(server.underWay).toBeGreaterThan(0);
    await walk.return();
    expect((await Promise.all(calls)).at(-1)).toEqual({ value: undefined, done: true });
    await settleTurns();
    expect(server.underWay).toBe(0);
  });

  test("counts as delivered what it gave, and sends nothing more, at whatever moment it is left", async () => {
    const whole = dialect.list(serve(dialect, 100), { pageSize: 10, consistency, readAhead: 2 }).walk();
    for (let taken = 0; taken < 15; taken++) await whole.next();
    for (let hops = 0; hops < 60 * whole.receipt.pages; hops++) {
      const server = serve(dialect, 100);
      const walk = dialect.list(withoutPauses(server), { pageSize: 10, consistency, readAhead: 2 }).walk();
      const calls = Array.from({ length: 15 }, () => walk.next());
      for (let hop = 0; hop < hops; hop++) await undefined;
      await walk.return();
      const sent = server.requests.length;
      const given = (await Promise.all(calls)).filter(({ done }) => !done);
      expect(walk.receipt.items).toBe(given.length);
      await new Promise<void>((resolve) => setImmediate(resolve));
      expect([server.requests.length, server.underWay]).toEqual([sent, 0]);
    }
  });

  test("aborts with the signal's own reason, and leaves no listener on it", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const server = serve(dialect, 200);
    const walk = dialect.list(server, { pageSize: 10, consistency, readAhead: 3, signal }).walk();
    await walk.next();
    holdFrom(server, 1);
    const calls = Promise.allSettled(Array.from({ length: 60 }, () => walk.next()));
    await settleTurns();
    const reason = new Error("the user left");
    controller.abort(reason);
    const last = (await calls).at(-1);
    expect(last).toEqual({ status: "rejected", reason });
    await settleTurns();
    expect(server.underWay).toBe(0);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("leaves no listener on the signal at its end, nor where it is left", async () => {
    const { signal } = new AbortController();
    await collect(dialect.list(serve(dialect, 45), { pageSize: 10, consistency, readAhead: 3, signal }));
    for await (const _ of dialect.list(serve(dialect, 45), { pageSize: 10, consistency, readAhead: 3, signal })) break;
    await settleTurns();
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("is left by the end of the block that holds it", async () => {
    const server = serve(dialect, 200);
    {
      await using walk = dialect.list(server, { pageSize: 10, consistency, readAhead: 3 }).walk();
      await walk.next();
      holdFrom(server, 1);
    }
    await settleTurns();
    expect(server.underWay).toBe(0);
  });
});

describe("reading ahead", () => {
  test("asks for what comes next before it is taken, and no request twice on a list at rest", async () => {
    const server = serve(withTotal, 65);
    const walk = withTotal.list(server, { pageSize: 10, readAhead: 3 }).walk();
    await walk.next();
    await settleTurns();
    const offsets = () => server.requests.map((path) => new URL(path, "http://x").searchParams.get("offset"));
    expect(offsets()).toEqual(["0", "9", "18", "27"]);
    await collect(walk);
    expect(offsets()).toEqual(["0", "9", "18", "27", "36", "45", "54", "63"].slice(0, offsets().length));
    expect(offsets().length).toBeLessThanOrEqual(8);
  });

  test("waits for the first answer alone: it tells the total, the clamp and the order", async () => {
    const server = serve(withTotal, 65);
    holdFrom(server, 1);
    const walk = withTotal.list(server, { pageSize: 10, readAhead: 5 }).walk();
    const first = walk.next();
    await settleTurns();
    expect(server.requests).toHaveLength(1);
    await walk.return();
    expect(await first).toEqual({ value: undefined, done: true });
  });

  test("asks for nothing behind a known total", async () => {
    const server = serve(withTotal, 25);
    await collect(withTotal.list(server, { pageSize: 10, readAhead: 10 }));
    expect(server.requests).toHaveLength(3);
  });

  test("misses nothing where what was read ahead is older than a change", async () => {
    for (const dialect of dialects) {
      const server = serve(dialect, 65);
      server.before = (request) => {
        if (request === 4) server.rows = server.rows.slice(12);
      };
      const walk = dialect.list(server, { pageSize: 10, readAhead: 4 }).walk();
      const ids = idsOf(await collect(walk));
      expect(ids).toEqual(expect.arrayContaining(idsFrom(53, 12)));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
