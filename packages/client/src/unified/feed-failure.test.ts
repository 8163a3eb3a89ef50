import { describe, expect, test } from "vitest";
import { collect } from "../../test/collect.ts";
import { serveFeed } from "../../test/feed-servers.ts";
import { type ListServer, newest, rows } from "../../test/list-server.ts";
import { settleTurns } from "../../test/turns.ts";
import { isAgentChatsError } from "../errors.ts";

const broken = () => new Response("", { status: 503 });

/** Fails the next requests, after some that succeed. */
function failAfter({ failures }: ListServer, successes: number, times: number): void {
  failures.push(...Array<undefined>(successes).fill(undefined), ...Array<() => Response>(times).fill(broken));
}

describe("a feed of which a list fails", () => {
  test("gives the others to their end, then throws the error, and asks the failed one again with the next call", async () => {
    const { unified, servers } = serveFeed({ cargo: rows(30), "cotool a": rows(30, 40), invent: rows(30, 10) });
    failAfter(servers["cotool a"], 0, 2);
    const walk = unified.chats({}, { pageSize: 10 }).walk();
    const given: string[] = [];
    const failed: unknown[] = [];
    while (given.length + failed.length < 100) {
      const next = await walk.next().catch((error: unknown) => void failed.push(error));
      if (next?.done) break;
      if (next) given.push(next.value.vendor);
      else expect(given.length).toBe(60);
    }
    expect(failed.map((error) => isAgentChatsError(error) && [error.vendor, error.kind, error.retryable])).toEqual([
      ["cotool", "http", true],
      ["cotool", "http", true],
    ]);
    expect(given.slice(0, 60)).not.toContain("cotool");
    expect(given.slice(60)).toEqual(Array(30).fill("cotool"));
    expect(walk.receipt.complete).toBe(true);
    expect(walk.receipt.sources.map(({ late }) => late)).toEqual([0, 0, 0, 0]);
  });

  test("says which failed, why, and how to go on, and is not complete", async () => {
    const { unified, servers } = serveFeed({ cargo: rows(30), invent: rows(30) });
    failAfter(servers.invent, 1, 1);
    const walk = unified.chats({}, { pageSize: 20 }).walk();
    for (let count = 0; count < 50; count++) await walk.next();
    const { sources, complete, horizon } = walk.receipt;
    expect(complete).toBe(false);
    const failed = sources.filter(({ status }) => status === "failed");
    expect(failed).toMatchObject([{ vendor: "invent", name: "", error: { kind: "http", status: 503 }, given: 20 }]);
    // What is older than the last that the failed list had shown is not in its final order.
    expect(horizon).toEqual({ kind: "at", time: new Date(newest - 19_000).toISOString() });
    expect(servers.invent.requests.length).toBe(2);
    expect(failed[0]?.error).toMatchObject({ cursor: failed[0]?.cursor });
  });

  test("asks it again at once where it is told to; what it then gives is late, and counted so", async () => {
    const { unified, servers } = serveFeed({ cargo: rows(30), invent: rows(30) });
    failAfter(servers.invent, 0, 1);
    const walk = unified.chats({}, { pageSize: 20 }).walk();
    for (let count = 0; count < 10; count++) expect((await walk.next()).value?.vendor).toBe("cargo");
    walk.retry();
    const rest = await collect(walk);
    expect(rest.slice(0, 9).map(({ vendor }) => vendor)).toEqual(Array(9).fill("invent"));
    expect(rest).toHaveLength(50);
    expect(walk.receipt.sources.at(-1)?.late).toBe(9);
    expect(walk.receipt.complete).toBe(true);
  });

  test("has pages of what the others have, which say what is missing, and whose cursor asks again", async () => {
    const { unified, servers } = serveFeed({ cargo: rows(30), invent: rows(30) });
    failAfter(servers.invent, 0, 1);
    const first = await unified.chats().page(undefined, { size: 50 });
    expect(first.items).toHaveLength(30);
    expect(first.failures).toMatchObject([{ vendor: "invent", status: "failed", error: { status: 503 } }]);
    const second = await unified.chats().page(first.cursor);
    expect(second.items.map(({ vendor }) => vendor)).toEqual(Array(30).fill("invent"));
    expect([second.failures, second.cursor]).toEqual([[], undefined]);
    // All but the last are newer than the last chat of the page before.
    expect(second.receipt.sources.map(({ late }) => late)).toEqual([0, 0, 0, 29]);
  });

  test("is no empty page where all fail, but an error", async () => {
    const { unified, servers } = serveFeed({
      cargo: rows(3),
      "cotool a": rows(3),
      "cotool b": rows(3),
      invent: rows(3),
    });
    for (const server of Object.values(servers)) failAfter(server, 0, 1);
    await expect(unified.chats().page()).rejects.toMatchObject({ vendor: "cargo", status: 503 });
    expect((await unified.chats().page()).items).toHaveLength(12);
  });

  test("is an error where all fail that are not at their end, and no empty page behind which the same is asked for ever", async () => {
    const { unified, servers } = serveFeed({ cargo: rows(3), invent: rows(3) });
    failAfter(servers.invent, 0, 2);
    const first = await unified.chats().page();
    expect([first.items.length, first.failures.length]).toEqual([3, 1]);
    await expect(unified.chats().page(first.cursor)).rejects.toMatchObject({ vendor: "invent", status: 503 });
    expect((await unified.chats().page(first.cursor)).items).toHaveLength(3);
  });

  test("waits for no list longer than for the slowest one that it needs, and asks all at once", async () => {
    const { unified, servers } = serveFeed({ cargo: rows(30), invent: rows(30) });
    let answer: () => void = () => {};
    servers.invent.before = () => new Promise((resolve) => (answer = resolve));
    const walk = unified.chats().walk();
    let isGiven = false;
    const first = walk.next().then((result) => {
      isGiven = true;
      return result;
    });
    await settleTurns();
    expect(isGiven).toBe(false);
    expect(Object.values(servers).map(({ requests }) => requests.length)).toEqual([1, 1, 1, 1]);
    // What has come can be shown, below a horizon that says that nothing is in its final order yet.
    expect(walk.waiting.length).toBeGreaterThan(11);
    expect(walk.receipt.horizon).toEqual({ kind: "none" });
    answer();
    expect((await first).value?.vendor).toBe("cargo");
    servers.invent.before = undefined;
    expect(await collect(walk)).toHaveLength(59);
  });

  test("takes an abort for no failure of a vendor: the caller gets the reason, at once", async () => {
    const { unified, servers } = serveFeed({ cargo: rows(30), invent: rows(30) });
    servers.invent.before = () => new Promise(() => {});
    const controller = new AbortController();
    const walk = unified.chats({}, { signal: controller.signal }).walk();
    const next = walk.next();
    await settleTurns();
    controller.abort(new Error("enough"));
    await expect(next).rejects.toThrow("enough");
    await settleTurns();
    expect(servers.invent.underWay).toBe(0);
  });

  test("leaves nothing under way when its consumer leaves", async () => {
    const { unified, servers } = serveFeed({ cargo: rows(300), invent: rows(300) });
    const walk = unified.chats({}, { pageSize: 10, readAhead: 2 }).walk();
    await walk.next();
    servers.cargo.before = servers.invent.before = () => new Promise(() => {});
    const next = Promise.all(Array.from({ length: 50 }, () => walk.next()));
    await settleTurns();
    await walk.return();
    await next;
    await settleTurns();
    expect([servers.cargo.underWay, servers.invent.underWay]).toEqual([0, 0]);
    expect(walk.receipt.complete).toBe(false);
    expect((await walk.next()).done).toBe(true);
  });

  test("still says which failed and why where the error is caught, of every one that did, and asks all again", async () => {
    const { unified, servers } = serveFeed({ cargo: rows(3), invent: rows(3), "cotool a": rows(3) });
    failAfter(servers.invent, 0, 1);
    servers["cotool a"].failures.push(() => new Response("", { status: 404 }));
    const walk = unified.chats().walk();
    const given: string[] = [];
    const read = async () => {
      for await (const { vendor } of walk) given.push(vendor);
    };
    await expect(read()).rejects.toMatchObject({ vendor: "cotool", status: 404 });
    const failed = walk.receipt.sources.filter(({ status }) => status === "failed");
    expect(failed).toMatchObject([
      { vendor: "cotool", name: "a", error: { status: 404 } },
      { vendor: "invent", name: "", error: { status: 503 } },
    ]);
    failAfter(servers.invent, 0, 1);
    await walk.next();
    const asked = servers.invent.requests.length;
    for (let count = 0; count < 2; count++) expect((await walk.next()).value?.vendor).toBe("cotool");
    expect(servers.invent.requests.length).toBe(asked);
    await expect(walk.next()).rejects.toMatchObject({ vendor: "invent", status: 503 });
    await read();
    expect(given).toEqual(["cargo", "cargo", "cargo", "invent", "invent", "invent"]);
    expect(walk.receipt.complete).toBe(true);
  });

  test("ends for calls that wait when its consumer leaves, and throws nothing at them", async () => {
    const { unified, servers } = serveFeed({ cargo: rows(30), invent: rows(30) });
    failAfter(servers.invent, 0, 1);
    servers.cargo.before = (request) => (request > 1 ? new Promise(() => {}) : undefined);
    const walk = unified.chats({}, { pageSize: 20 }).walk();
    for (let count = 0; count < 20; count++) await walk.next();
    const waiting = walk.next();
    await settleTurns();
    expect(walk.receipt.sources.at(-1)?.status).toBe("failed");
    await walk.return();
    expect(await waiting).toEqual({ value: undefined, done: true });
  });

  test("gives nothing more once it is aborted, of what was read neither, and does not end as if that were all", async () => {
    const { unified } = serveFeed({ cargo: rows(30), invent: rows(30) });
    for (const most of [5, 60]) {
      const controller = new AbortController();
      const given: string[] = [];
      const read = async () => {
        for await (const { id } of unified.chats({}, { signal: controller.signal })) {
          if (given.push(id) === most) controller.abort(new Error("enough"));
        }
      };
      await expect(read()).rejects.toThrow("enough");
      expect(given).toHaveLength(most);
    }
  });

  test("gives the reason of an abort and no error of a vendor that comes of it, page by page too", async () => {
    const { unified, servers } = serveFeed({ cargo: rows(30), invent: rows(30) });
    for (const read of [
      (signal: AbortSignal) => unified.chats().page(undefined, { signal }),
      (signal: AbortSignal) => unified.chats({}, { signal }).walk().next(),
    ]) {
      const controller = new AbortController();
      servers.invent.failures.push(() => {
        controller.abort(new Error("enough"));
        return new Response("", { status: 503 });
      });
      await expect(read(controller.signal)).rejects.toThrow("enough");
    }
  });
});
