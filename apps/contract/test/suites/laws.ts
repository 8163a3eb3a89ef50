import type { ApiOptions, Walk, WalkOptions } from "@agent-chats/client";
import { describe, expect, test } from "vitest";
import { idsOf } from "../../src/emulated.ts";
import { type Selections, selectOf } from "../../src/selections.ts";
import type { SpecOperation } from "../../src/specs.ts";

/** What the laws are held to: a listing at rest, and what to ask it for. */
export interface LawSubject {
  readonly operation: SpecOperation;
  /** What a client is made from that asks the server; read while tests run. */
  readonly options: () => ApiOptions;
  readonly selections: Selections;
}

/** Page sizes that divide no list evenly, that hold a list whole, and some between. */
const pageSizes = [1, 2, 3, 7, 40, 100];
/** Pages by number that are smaller than this cannot overlap everywhere. */
const overlappingSize = 5;
const consistencies = ["ordered", "exact"] as const;

/** What one answer says follows from what another says: laws that need no other truth than the server's own. */
export function describeLaws({ operation, options, selections: { always } }: LawSubject): void {
  const select = selectOf(operation.id);
  const listing = (walk?: WalkOptions) => select(options(), always, walk);
  const ids = async (walk?: WalkOptions) => idsOf(operation, await listing(walk).toArray());

  /** A walk that has given so many items. */
  async function begin(walkOptions: WalkOptions, count: number): Promise<{ walk: Walk<unknown>; given: string[] }> {
    const walk = listing(walkOptions).walk();
    const items: unknown[] = [];
    while (items.length < count) {
      const next = await walk.next();
      if (next.done) break;
      items.push(next.value);
    }
    return { walk, given: idsOf(operation, items) };
  }

  describe.each(consistencies)("the %s walk", (consistency) => {
    test("gives the same list in pages of any size", async () => {
      const expected = await listing({ consistency }).toArray();
      expect(expected.length).toBeGreaterThan(Math.max(...pageSizes.slice(0, 4)));
      for (const pageSize of pageSizes) {
        expect(await listing({ consistency, pageSize }).toArray()).toStrictEqual(expected);
      }
    });

    test("gives the first items of the list where there is a limit", async () => {
      const whole = await ids({ consistency });
      for (const maxItems of [0, 1, 2, 5, whole.length - 1, whole.length, whole.length + 1]) {
        expect(await ids({ consistency, maxItems })).toEqual(whole.slice(0, maxItems));
        expect(await ids({ consistency, maxItems, pageSize: 3 })).toEqual(whole.slice(0, maxItems));
      }
    });

    test("gives the same list where it reads ahead", async () => {
      for (const pageSize of [2, 7]) {
        const [expected, ...others] = await Promise.all(
          [0, 1, 8].map((readAhead) => ids({ consistency, pageSize, readAhead })),
        );
        for (const other of others) expect(other).toEqual(expected);
      }
    });

    test("goes on from any cursor as if nothing had happened", async () => {
      const whole = await ids({ consistency });
      for (const count of placesIn(whole)) {
        const { walk, given } = await begin({ consistency, pageSize: 5 }, count);
        await walk.return();
        const rest = await ids({ consistency, pageSize: 4, cursor: walk.cursor });
        expect([...given, ...rest]).toEqual(whole);
      }
    });
  });

  test("the exact walk gives what the ordered one gives, and both say that it is all", async () => {
    for (const pageSize of pageSizes) {
      const walks = consistencies.map((consistency) => begin({ consistency, pageSize }, Number.POSITIVE_INFINITY));
      const [ordered, exact] = await Promise.all(walks);
      expect(exact?.given.toSorted()).toEqual(ordered?.given.toSorted());
      if (pageSize < overlappingSize) continue;
      expect([ordered?.walk.receipt.complete, exact?.walk.receipt.complete]).toEqual([true, true]);
    }
  });

  test("pages are disjoint, none is empty, and all of them are the list", async () => {
    const whole = await ids();
    expect(new Set(whole).size).toBe(whole.length);
    for (const pageSize of pageSizes) {
      const pages: string[][] = [];
      for await (const page of listing({ pageSize }).pages()) pages.push(idsOf(operation, page));
      expect(pages.flat()).toEqual(whole);
      expect(pages.filter(({ length }) => length === 0)).toEqual([]);
    }
  });

  test("pages by cursor, each as large as asked for at the most, are the list too", async () => {
    const whole = await ids();
    for (const pageSize of pageSizes) {
      const items: unknown[] = [];
      let cursor: string | undefined;
      do {
        const page = await listing().page(cursor, { pageSize });
        expect(page.items.length).toBeLessThanOrEqual(pageSize);
        items.push(...page.items);
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(idsOf(operation, items)).toEqual(whole);
    }
  });

  test("the count is the length of the list", async () => {
    expect(await listing().count()).toEqual({ kind: "exact", value: (await ids()).length });
  });
}

/** How many items to take before a walk is left: none, all, and a dozen of places between. */
function placesIn({ length }: readonly unknown[]): number[] {
  const places = Array.from({ length: 12 }, (_, index) => Math.round((length * (index + 1)) / 13));
  return [...new Set([0, 1, ...places, length - 1, length])];
}
