import { expect, test } from "vitest";
import { at, place } from "./pointer.ts";

test("a pointer leads to a member, or nowhere", () => {
  expect(at({ a: { b: [7] } }, "/a/b/0")).toBe(7);
  expect(at({ a: null }, "/a/b")).toBeUndefined();
  expect(at("text", "")).toBe("text");
});

test("a value is put where a pointer points, beside what is there", () => {
  const target = { data: { rows: [1] } };
  place(target, "/data/count", 9);
  place(target, "/page/first/index", 2);
  expect(target).toEqual({ data: { rows: [1], count: 9 }, page: { first: { index: 2 } } });
});
