import { expect, test } from "vitest";
import { pageThrough, toReply, toWindow } from "./page.ts";

const byOffset = {
  style: "offset",
  position: "offset",
  size: "limit",
  first: 0,
  items: "/data/rows",
  id: "/id",
} as const;
const byPage = { ...byOffset, style: "page", position: "page", size: "take", first: 1, defaultSize: 25 } as const;
const sizes = { defaultSize: 50, clamp: Number.POSITIVE_INFINITY };
const numbers = Array.from({ length: 10 }, (_, index) => index);

test("an offset counts items, a page number counts pages from the first", () => {
  expect(toWindow(byOffset, { offset: "30", limit: 10 }, sizes)).toEqual({ position: 30, size: 10, start: 30 });
  expect(toWindow(byPage, { page: 3, take: 10 }, sizes)).toEqual({ position: 3, size: 10, start: 20 });
});

test("a clamp makes every page smaller, and page numbers count pages of its size", () => {
  const sizes = { defaultSize: 50, clamp: 4 };
  expect(toWindow(byOffset, { offset: "30", limit: 10 }, sizes)).toEqual({ position: 30, size: 4, start: 30 });
  expect(toWindow(byPage, { page: 3, take: 10 }, sizes)).toEqual({ position: 3, size: 4, start: 8 });
  expect(toWindow(byPage, {}, sizes)).toEqual({ position: 1, size: 4, start: 0 });
  expect(toWindow(byPage, { take: 3 }, sizes).size).toBe(3);
});

test("a documented default counts more than ours", () => {
  expect(toWindow(byOffset, {}, sizes)).toEqual({ position: 0, size: 50, start: 0 });
  expect(toWindow(byPage, {}, sizes)).toEqual({ position: 1, size: 25, start: 0 });
});

test("a page holds what satisfies every predicate, and the total counts all of it", () => {
  const page = pageThrough(numbers, [(item) => item % 2 === 0, (item) => item > 1], { position: 1, start: 1, size: 2 });
  expect(page).toEqual({ items: [4, 6], total: 4 });
});

test("past the end a page is empty and the total stays", () => {
  expect(pageThrough(numbers, [], { position: 10, start: 10, size: 5 })).toEqual({ items: [], total: 10 });
  const huge = Number("9".repeat(400));
  expect(pageThrough(numbers, [], { position: huge, start: huge, size: huge })).toEqual({ items: [], total: 10 });
});

test("items and total stand where the description says", () => {
  const page = { items: [1, 2], total: 9 };
  expect(toReply({ ...byOffset, total: { body: "/data/count" } }, page).body).toEqual({
    data: { rows: [1, 2], count: 9 },
  });
  const bare = toReply({ ...byPage, items: "", total: { header: "x-total" } }, page);
  expect(bare).toEqual({ body: [1, 2], headers: { "x-total": "9" } });
});
