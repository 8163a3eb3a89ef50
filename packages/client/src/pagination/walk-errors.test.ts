import { describe, expect, test } from "vitest";
import { collect } from "../../test/collect.ts";
import { type Dialect, dialects, idsFrom, idsOf, serve, withTotal } from "../../test/dialects.ts";
import type { ListServer } from "../../test/list-server.ts";
import type { AgentChatsError } from "../errors.ts";
import type { Listing } from "./listing.ts";
import type { WalkOptions } from "./options.ts";

/** What can come instead of an answer. */
const failures: [name: string, fail: () => Response][] = [
  ["HttpError", () => new Response("", { status: 500 })],
  ["HttpError", () => new Response("", { status: 429 })],
  ["UnexpectedResponseError", () => new Response("<html>", { headers: { "content-type": "text/html" } })],
  ["UnexpectedResponseError", () => new Response(null, { status: 204 })],
  [
    "ConnectionError",
    () => {
      throw new TypeError("fetch failed");
    },
  ],
];

const modes = dialects.flatMap((dialect) =>
  (
    [{}, { consistency: "exact" }, { readAhead: 3 }, { consistency: "exact", readAhead: 3 }] satisfies WalkOptions[]
  ).map((options) => ({ dialect, options, name: `${dialect.name}, ${JSON.stringify(options)}` })),
);

/** Walks to the end, asking again after each error. */
async function persist(
  listing: Listing<unknown>,
  onError: (error: AgentChatsError, cursor: string, delivered: number) => unknown = () => {},
) {
  const walk = listing.walk();
  const items: unknown[] = [];
  for (;;) {
    try {
      const { value, done } = await walk.next();
      if (done) return { items, receipt: walk.receipt };
      items.push(value);
    } catch (error) {
      await onError(error as AgentChatsError, walk.cursor, items.length);
    }
  }
}

/** A server whose request with this number fails, counted from 1. */
function serveFailing(dialect: Dialect, number: number, fail: () => Response): ListServer {
  const server = serve(dialect, 45);
  server.failures.push(...Array.from({ length: number - 1 }, () => undefined), fail);
  return server;
}

describe.each(modes)("a request that fails in a walk by $name", ({ dialect, options }) => {
  const list = (server: ListServer, more: WalkOptions = {}) =>
    dialect.list(server, { pageSize: 10, ...options, ...more });

  test("is made again by the next call; nothing is lost, repeated or reordered, and the error has the cursor", async () => {
    const { items: whole, receipt } = await persist(list(serve(dialect, 45)));
    for (let number = 1; number <= receipt.requests; number++) {
      const [name, fail] = failures[number % failures.length] as (typeof failures)[number];
      const errors: AgentChatsError[] = [];
      const walked = await persist(list(serveFailing(dialect, number, fail)), async (error, cursor, delivered) => {
        errors.push(error);
        expect(error).toMatchObject({ name, cursor });
        const rest = await list(serve(dialect, 45), { cursor: error.cursor }).toArray();
        expect(rest).toEqual(whole.slice(delivered));
      });
      expect(walked.items).toEqual(whole);
      expect(walked.receipt).toMatchObject({ complete: receipt.complete, failures: errors.length });
      // One that was read ahead may have failed before anybody waited for it.
      if (!options.readAhead) expect([errors.length, walked.receipt.requests]).toEqual([1, receipt.requests + 1]);
    }
  });
});

describe("an error in a walk", () => {
  test("is not the end: it comes as often as requests fail", async () => {
    const server = serve(withTotal, 25);
    const fail = () => new Response("", { status: 503 });
    server.failures.push(fail, fail, undefined, fail);
    const errors: string[] = [];
    const { items, receipt } = await persist(withTotal.list(server, { pageSize: 10 }), (error) =>
      errors.push(error.name),
    );
    expect(errors).toEqual(["HttpError", "HttpError", "HttpError"]);
    expect(idsOf(items)).toEqual(idsFrom(25));
    expect(receipt).toMatchObject({ failures: 3, requests: 6, pages: 3, stopReason: "total", complete: true });
  });

  test("ends a loop, and the walk with it", async () => {
    const server = serve(withTotal, 25);
    server.failures.push(undefined, () => new Response("", { status: 500 }));
    const walk = withTotal.list(server, { pageSize: 10 }).walk();
    const error = await collect(walk).catch((failure: unknown) => failure);
    expect(error).toMatchObject({ name: "HttpError", cursor: walk.cursor });
    expect(walk.receipt).toMatchObject({ items: 10, failures: 1, complete: false });
  });

  test("comes to the call that waits for it, and not to those behind it", async () => {
    const server = serve(withTotal, 4);
    server.failures.push(undefined, () => new Response("", { status: 500 }));
    const walk = withTotal.list(server, { pageSize: 3 }).walk();
    const calls = await Promise.allSettled(Array.from({ length: 6 }, () => walk.next()));
    expect(calls.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
    ]);
    expect(calls.map((call) => call.status === "fulfilled" && call.value.done)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  test("is printed without the values of filters, though it has a cursor", async () => {
    const server = serve(withTotal, 25);
    server.failures.push(() => new Response("", { status: 500 }));
    const error = await withTotal
      .list(server)
      .toArray()
      .catch((failure: unknown) => failure);
    expect(Object.keys(JSON.parse(JSON.stringify(error))).sort()).toEqual(
      ["attempts", "cursor", "kind", "message", "name", "operation", "retryable", "status", "vendor"].sort(),
    );
  });

  test("is not the end of a walk by pages either", async () => {
    const server = serve(withTotal, 25);
    const pages = withTotal.list(server, { pageSize: 10 }).pages();
    const first = await pages.next();
    server.failures.push(() => new Response("", { status: 500 }));
    const error: AgentChatsError = await pages.next().then(
      () => expect.unreachable(),
      (failure) => failure,
    );
    expect(error).toMatchObject({ name: "HttpError", cursor: expect.any(String) });
    const resumed = await withTotal.list(serve(withTotal, 25), { pageSize: 10, cursor: error.cursor }).toArray();
    const rest = await collect(pages);
    expect([idsOf(resumed), idsOf(rest.flat())]).toEqual([idsFrom(15, 10), idsFrom(15, 10)]);
    expect(idsOf([...(first.value ?? [])])).toEqual(idsFrom(10));
  });
});

test("an error that is the reason of another walk's signal stays as it is", async () => {
  const failing = serveFailing(withTotal, 2, () => new Response("", { status: 500 }));
  const first = await persistOnce(withTotal.list(failing, { pageSize: 10 }));
  const { cursor } = first;
  const controller = new AbortController();
  const walk = withTotal.list(serve(withTotal, 45), { pageSize: 10, signal: controller.signal }).walk();
  for (let item = 0; item < 20; item++) await walk.next();
  controller.abort(first);
  const others = await walk.next().catch((error: unknown) => error);
  expect(others).toBe(first);
  expect(first.cursor).toBe(cursor);
  expect(walk.cursor).not.toBe(cursor);
});

/** The first error of a walk. */
async function persistOnce(listing: Listing<unknown>): Promise<AgentChatsError> {
  const error = await collect(listing).catch((thrown: unknown) => thrown);
  return error as AgentChatsError;
}

describe.each(modes)("a signal that is aborted in a walk by $name", ({ dialect, options }) => {
  test("ends it with the next item, also on the last page, and the cursor stands before that item", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const walk = dialect.list(serve(dialect, 45), { pageSize: 100, ...options, signal }).walk();
    const first = [(await walk.next()).value, (await walk.next()).value];
    controller.abort(new Error("enough"));
    for (let time = 0; time < 2; time++) await expect(walk.next()).rejects.toThrow("enough");
    expect(walk.receipt).toMatchObject({ items: 2, complete: false });
    const rest = await dialect.list(serve(dialect, 45), { ...options, cursor: walk.cursor }).toArray();
    expect(new Set(idsOf([...first, ...rest])).size).toBe(45);
    expect(rest).toHaveLength(43);
  });
});
