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
