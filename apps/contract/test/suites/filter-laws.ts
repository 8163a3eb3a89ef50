import type { WalkOptions } from "@agent-chats/client";
import { expect, test } from "vitest";
import { idsOf } from "../../src/emulated.ts";
import { type Filters, selectOf } from "../../src/selections.ts";
import type { LawSubject } from "./laws.ts";

/** A filter leaves items out and does nothing else, whatever is asked for with it. */
export function describeFilterLaws({ operation, options, selections }: LawSubject): void {
  const { always, filters, splits } = selections;
  const select = selectOf(operation.id);
  const names = Object.keys(filters);
  const by = (...chosen: readonly string[]) => Object.fromEntries(chosen.map((name) => [name, filters[name]]));
  const ids = async (chosen: Filters, walk: WalkOptions = {}) => {
    const items = await select(options(), { ...always, ...chosen }, { pageSize: 7, ...walk }).toArray();
    return idsOf(operation, items);
  };

  for (const name of names) {
    test(`filtered by ${name}, the list is a part of the whole, in the same order`, async () => {
      const [whole, part] = [await ids({}), await ids(by(name))];
      expect(part).toEqual(whole.filter((id) => part.includes(id)));
      expect(part.length).toBeGreaterThan(0);
      expect(part.length).toBeLessThan(whole.length);
      const exact = await ids(by(name), { consistency: "exact" });
      expect(exact.toSorted()).toEqual(part.toSorted());
    });
  }

  if (names.length > 1) {
    test("two filters together give what both of them give", async () => {
      const parts = new Map<string, string[]>();
      for (const name of names) parts.set(name, await ids(by(name)));
      for (const [index, one] of names.entries()) {
        for (const other of names.slice(index + 1)) {
          const both = parts.get(one)?.filter((id) => parts.get(other)?.includes(id));
          expect(await ids(by(one, other))).toEqual(both);
        }
      }
    });
  }

  for (const { what, whole, parts } of splits) {
    test(`filters by ${what} split the list: each item is in one of the parts`, async () => {
      const expected = (await ids(whole)).toSorted();
      for (const consistency of ["ordered", "exact"] as const) {
        const pieces = [];
        for (const part of parts) pieces.push(await ids({ ...whole, ...part }, { consistency }));
        expect(pieces.flat().toSorted()).toEqual(expected);
        expect(pieces.filter(({ length }) => length > 0).length).toBeGreaterThan(1);
      }
    });
  }
}
