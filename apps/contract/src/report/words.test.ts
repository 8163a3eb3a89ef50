import { expect, test } from "vitest";
import { count, formatDuration, formatTime, listOf } from "./words.ts";

test.each([
  [0, "0 ms"],
  [840.4, "840 ms"],
  [7_240, "7.2 s"],
  [59_949, "59.9 s"],
  [59_960, "1 min 0 s"],
  [71_204, "1 min 11 s"],
  [3_720_000, "62 min 0 s"],
  [Number.NaN, "unknown"],
])("a duration of %d ms is %s", (durationMs, text) => {
  expect(formatDuration(durationMs)).toBe(text);
});

test("a time is written for people, in UTC; what is none stays", () => {
  expect(formatTime("2026-11-25T03:07:56+02:00")).toBe("25 November 2026, 01:07 UTC");
  expect(formatTime("yesterday")).toBe("yesterday");
});

test("numbers have their word, and lists an and", () => {
  expect([count(1, "axis", "axes"), count(0, "test"), count(1204, "point")]).toEqual([
    "1 axis",
    "0 tests",
    "1,204 points",
  ]);
  expect([listOf([]), listOf(["a"]), listOf(["a", "b", "c"])]).toEqual(["", "a", "a, b and c"]);
});
