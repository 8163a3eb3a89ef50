import { describe, expect, test } from "vitest";
import { at } from "./pointer.ts";

describe("at", () => {
  test("follows members, array indexes and escapes", () => {
    const value = { a: [{ "b/c": 1, "d~e": null }], "": { x: 2 } };
    expect(at(value, "")).toBe(value);
    expect(at(value, "/a/0/b~1c")).toBe(1);
    expect(at(value, "/a/0/d~0e")).toBeNull();
    expect(at(value, "//x")).toBe(2);
  });

  test("is undefined where it leads nowhere, and never finds what is inherited", () => {
    for (const pointer of ["/b", "/a/1", "/a/0/z/z", "/constructor", "/__proto__"]) {
      expect(at({ a: [null] }, pointer)).toBeUndefined();
    }
  });
});
