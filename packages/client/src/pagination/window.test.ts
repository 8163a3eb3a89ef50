import type { Pagination } from "@agent-chats/schema";
import { describe, expect, test } from "vitest";
import { windowAt } from "./window.ts";

const common = { position: "p", size: "s", items: "", id: "/id" } as const;
const offsets: Pagination = { ...common, style: "offset", first: 0 };
const pages: Pagination = { ...common, style: "page", first: 1 };

describe("windowAt", () => {
  test("begins an offset window anywhere", () => {
    expect(windowAt(offsets, 37, 10)).toEqual({ start: 37, size: 10, position: 37 });
  });

  test("numbers pages from the vendor's first", () => {
    expect(windowAt(pages, 0, 10)).toEqual({ start: 0, size: 10, position: 1 });
    expect(windowAt(pages, 30, 10)).toEqual({ start: 30, size: 10, position: 4 });
    expect(windowAt({ ...pages, first: 0 }, 30, 10)).toEqual({ start: 30, size: 10, position: 3 });
  });

  test("always covers the wanted item, and no window of a smaller or equal size reaches further", () => {
    for (let start = 0; start <= 120; start++) {
      for (let size = 1; size <= 20; size++) {
        const window = windowAt(pages, start, size);
        const end = window.start + window.size;
        expect(window.start).toBe((window.position - 1) * window.size);
        expect(window.start).toBeLessThanOrEqual(start);
        expect(end).toBeGreaterThan(start);
        for (let other = 1; other <= size; other++) {
          expect(Math.floor(start / other) * other + other).toBeLessThanOrEqual(end);
        }
      }
    }
  });
});
