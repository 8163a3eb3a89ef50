import type { WalkOptions } from "@agent-chats/client";
import { expect, test } from "vitest";
import type { ListingCase } from "../../src/case.ts";
import type { Fetch } from "../../src/exchange.ts";
import { fetchByPosition, itemsOf, pageNames, type Window, windowOf } from "../../src/positions.ts";
import type { Subject } from "./subject.ts";

/** A walk through Prism gives the items of the named examples, in order and once each, and says what it did. */
export function describeWalks({ operation, session }: Subject, sample: ListingCase): void {
  const items = pageNames.flatMap((name) => itemsOf(operation, name));
  const pageSize = itemsOf(operation, "first").length;

  /** The listing, and the parts of it that the client asks for. */
  const start = (walk: WalkOptions) => {
    const windows: Window[] = [];
    const serve = fetchByPosition(session().fetch, operation);
    const fetch: Fetch = (request) => {
      windows.push(windowOf(operation, request.url));
      return serve(request);
    };
    return { windows, listing: sample.list(session().options({ fetch }), walk) };
  };
  /** The examples that Prism was asked for since an exchange, and answered. */
  const namesSince = (count: number) =>
    new Set(
      session()
        .exchanges.slice(count)
        .map(({ headers, status }) => (status === 200 ? headers.prefer?.replace("example=", "") : status)),
    );

  test("a walk in pages as large as the examples gives all items, once and in order", async () => {
    await expectWalk({ pageSize });
  });

  test("a walk in pages of the default size gives all items too", async () => {
    await expectWalk({});
  });

  test("each request begins within what the one before brought", async () => {
    const { windows, listing } = start({ pageSize });
    const walk = listing.walk();
    for await (const _ of walk);
    const onward = windows.slice(0, windows.length - walk.receipt.headWalks);
    expect(onward[0]?.start).toBe(0);
    for (const [index, window] of onward.slice(1).entries()) {
      const before = onward[index] as Window;
      const last = Math.min(before.start + before.size, items.length) - 1;
      // Page numbers cannot begin everywhere; an offset goes no further back than it has to.
      if (operation.pagination?.style === "offset") expect(window.start).toBe(last);
      else expect(window.start).toBeLessThanOrEqual(last);
    }
  });

  test("pages follow each other by their cursors, up to the last", async () => {
    const { windows, listing } = start({ pageSize });
    const count = session().exchanges.length;
    const seen: (readonly unknown[])[] = [];
    let cursor: string | undefined;
    do {
      const page = await listing.page(cursor);
      seen.push(page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(seen.flat()).toStrictEqual(items);
    expect(seen[0]).toHaveLength(pageSize);
    // Without a total, only an empty page is the last.
    const full = operation.pagination?.total ? seen : seen.slice(0, -1);
    expect(full.filter(({ length }) => length === 0 || length > pageSize)).toEqual([]);
    // Pages as small as the overlap behind a cursor can take a second request.
    expect(windows.length).toBeLessThanOrEqual(seen.length * 2);
    expect(namesSince(count)).toEqual(new Set(pageNames));
  });

  async function expectWalk(options: WalkOptions): Promise<void> {
    const { windows, listing } = start(options);
    const count = session().exchanges.length;
    const walk = listing.walk();
    const given: unknown[] = [];
    for await (const item of walk) given.push(item);
    expect(given).toStrictEqual(items);
    expect(namesSince(count)).toEqual(new Set(pageNames));
    const brought = windows.map(({ start, size }) => items.slice(start, start + size).length);
    expect(walk.receipt).toEqual({
      walk: "forward",
      requests: windows.length,
      pages: windows.length,
      items: items.length,
      duplicates: brought.reduce((sum, length) => sum + length, -items.length),
      gapsRepaired: 0,
      headWalks: expect.any(Number),
      retries: 0,
      failures: 0,
      bytes: expect.any(Number),
      elapsedMs: expect.any(Number),
      order: { by: expect.any(String), direction: expect.any(String) },
      stopReason: operation.pagination?.total ? "total" : "empty",
      complete: true,
    });
  }
}
