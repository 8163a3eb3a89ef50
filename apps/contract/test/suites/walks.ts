import type { WalkOptions } from "@agent-chats/client";
import { expect, test } from "vitest";
import type { ListingCase } from "../../src/case.ts";
import { fetchByPosition, itemsOf, pageNames } from "../../src/positions.ts";
import { fetchWithTrueTotal } from "../../src/total.ts";
import type { Subject } from "./subject.ts";

/** A walk through Prism gives the items of the named examples, in order and once each, and says what it did. */
export function describeWalks({ operation, session }: Subject, sample: ListingCase): void {
  // Without a total, only an empty page is the end.
  const end = operation.pagination?.total
    ? { names: [...pageNames], stopReason: "total" }
    : { names: [...pageNames, "empty"], stopReason: "empty" };

  const list = (walk: WalkOptions) => {
    const fetch = fetchByPosition(fetchWithTrueTotal(session().fetch, operation), operation);
    return sample.list(session().options({ fetch }), walk);
  };
  const pages = () => pageNames.map((name) => itemsOf(operation, name));
  /** The examples that were asked for since an exchange; each of these requests was answered with 200. */
  const namesSince = (count: number) =>
    session()
      .exchanges.slice(count)
      .map(({ headers, status }) => (status === 200 ? headers.prefer?.replace("example=", "") : status));

  test("a walk in pages as large as the examples gives all items, once and in order", async () => {
    await expectWalk({ pageSize: itemsOf(operation, "first").length });
  });

  // To the client it looks as if the server capped the size at that of its first answer.
  test("a walk in pages of the default size gives all items too", async () => {
    await expectWalk({});
  });

  test("pages follow each other by their cursors, up to the last", async () => {
    const count = session().exchanges.length;
    const listing = list({ pageSize: itemsOf(operation, "first").length });
    const seen: (readonly unknown[])[] = [];
    let cursor: string | undefined;
    do {
      const page = await listing.page(cursor);
      seen.push(page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(seen).toStrictEqual(end.names.map((name) => itemsOf(operation, name)));
    expect(namesSince(count)).toEqual(end.names);
  });

  async function expectWalk(options: WalkOptions): Promise<void> {
    const count = session().exchanges.length;
    const walk = list(options).walk();
    const items: unknown[] = [];
    for await (const item of walk) items.push(item);
    expect(items).toStrictEqual(pages().flat());
    expect(namesSince(count)).toEqual(end.names);
    expect(walk.receipt).toEqual({
      requests: end.names.length,
      items: items.length,
      duplicates: 0,
      elapsedMs: expect.any(Number),
      stopReason: end.stopReason,
      complete: "unknown",
    });
  }
}
