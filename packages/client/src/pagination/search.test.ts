import { describe, expect, test } from "vitest";
import { offsets, pages, toAnswer } from "../../test/answers.ts";
import { rows } from "../../test/list-server.ts";
import type { Mark } from "./cursor.ts";
import { fingerprint } from "./fingerprint.ts";
import { createSearch } from "./search.ts";
import { type Ask, windowFor } from "./window.ts";

const anchors = Array.from({ length: 8 }, (_, index) => fingerprint(`r${index}`, "v"));
const mark = (position: number): Mark => ({
  walk: "forward",
  position,
  beganAt: 0,
  isProven: true,
  isStill: true,
  anchors,
});

/** What a list of a length answers; a total only where one is told. */
function answer(length: number, ask: Ask, more: { total?: number } = {}, pagination = offsets, clamp = ask.size) {
  const window = windowFor(pagination, ask, Math.min(ask.size, clamp), false);
  const list = rows(Math.max(0, Math.min(window.size, length - window.start)), window.start);
  return toAnswer(list, window.start, { window, isShort: list.length < window.size, ...more });
}

/** The parts of a list that a search asks for where it never finds what it looks for. */
function searchAll(length: number, direction: Ask["direction"], position: number, more: { total?: number } = {}) {
  const search = createSearch(mark(position), direction, 10);
  const parts: string[] = [];
  let ask: Ask | undefined = search.place;
  while (ask) {
    const given = answer(length, ask, more);
    parts.push(`${given.window.start}-${given.window.start + given.rows.length}`);
    ask = search.next(given);
  }
  return parts;
}

describe("a search for the place of a mark", () => {
  test("begins so that the first answer overlaps with the last three items that were delivered", () => {
    expect(createSearch(mark(40), "forward", 10).place).toMatchObject({ from: 37, size: 10, direction: "forward" });
    const one = createSearch({ ...mark(40), anchors: anchors.slice(0, 1) }, "forward", 10);
    expect(one.place).toMatchObject({ from: 39, size: 10 });
  });

  test("does not begin before the first item", () => {
    expect(createSearch(mark(1), "forward", 10).place.from).toBe(0);
  });

  test("backward covers the last three items that were delivered", () => {
    const { from, size, direction } = createSearch(mark(40), "backward", 10).place;
    expect(direction).toBe("backward");
    expect(from).toBeGreaterThanOrEqual(42);
    expect(from - size).toBeLessThan(40);
  });

  test.each([
    ["forward", {}],
    ["forward", { total: 300 }],
    ["backward", {}],
    ["backward", { total: 300 }],
  ] as const)("looks behind and before in turn, until it has seen the whole list: %s, %j", (direction, more) => {
    const parts = searchAll(300, direction, 150, more);
    const seen = new Set(
      parts.flatMap((part) => {
        const [start = 0, end = 0] = part.split("-").map(Number);
        return Array.from({ length: end - start }, (_, index) => start + index);
      }),
    );
    expect(seen.size).toBe(300);
    expect(parts.length).toBeLessThanOrEqual(9);
  });

  test.each(["forward", "backward"] as const)(
    "leaves no gap by page number, whatever size the server gives: %s",
    (direction) => {
      for (const clamp of [2, 3, 7, 10, 50]) {
        for (const position of [3, 20, 37]) {
          const search = createSearch(mark(position), direction, 10);
          let [ask, from, to]: [Ask | undefined, number, number] = [search.place, Number.POSITIVE_INFINITY, 0];
          while (ask) {
            const { window, rows, ...given } = answer(40, ask, { total: 40 }, pages, clamp);
            if (to > 0) expect(window.start).toBeLessThanOrEqual(to);
            if (to > 0) expect(window.start + rows.length).toBeGreaterThanOrEqual(from);
            const before = to - from;
            [from, to] = [Math.min(from, window.start), Math.max(to, window.start + rows.length)];
            if (before > 0) expect(to - from).toBeGreaterThan(before);
            ask = search.next({ window, rows, ...given });
          }
          if (clamp > 3) expect([from, to]).toEqual([0, 40]);
        }
      }
    },
  );

  test("backward asks for the place in a page so small that a server which clamps would not end it before", () => {
    expect(createSearch(mark(40), "backward", 10).place.size).toBe(4);
    expect(createSearch(mark(40), "backward", 3).place.size).toBe(3);
  });

  test.each(["forward", "backward"] as const)("leaves no gap where the server clamps the size: %s", (direction) => {
    for (const total of [40, undefined]) {
      const search = createSearch(mark(20), direction, 10);
      const seen = new Set<number>();
      for (let ask: Ask | undefined = search.place; ask; ) {
        const window = windowFor(offsets, ask, ask.size, false);
        const list = rows(Math.max(0, Math.min(window.size, 7, 40 - window.start)), window.start);
        for (const index of list.keys()) seen.add(window.start + index);
        // A source knows by then that the server gives seven.
        const isShort = list.length < Math.min(window.size, 7);
        ask = search.next(toAnswer(list, window.start, { window, isShort, total }));
      }
      expect(seen.size).toBe(40);
    }
  });

  test("asks for larger pages than the caller's where the vendor allows it", () => {
    const search = createSearch(mark(150), "forward", 10);
    expect(search.next(answer(300, search.place))?.size).toBe(50);
    const small = createSearch(mark(150), "forward", 10, 20);
    expect(small.next(answer(300, small.place))?.size).toBe(20);
  });

  test("gives up after 16 answers", () => {
    expect(searchAll(100_000, "forward", 50_000)).toHaveLength(17);
    expect(searchAll(100_000, "backward", 50_000)).toHaveLength(17);
  });

  test("gives up at once where the list is empty", () => {
    expect(searchAll(0, "forward", 0, { total: 0 })).toHaveLength(1);
  });

  test("looks only before where the mark is behind the end of a list that has shrunk", () => {
    const parts = searchAll(30, "forward", 500, { total: 30 });
    expect(parts.at(-1)?.startsWith("0-")).toBe(true);
    expect(parts.length).toBeLessThanOrEqual(4);
  });
});
