import { expect, test } from "vitest";
import { toAim } from "./report.ts";

test.each([
  [toAim("A call", 1.6, 1.6, "×"), "A call: 1.60×; the aim is ≤ 1.6×, and is reached."],
  [toAim("A call", 1.61, 1.6, "×"), "A call: 1.61×; the aim is ≤ 1.6×, and is missed."],
  [toAim("A bundle", 5.99, 6, " kB"), "A bundle: 6.0 kB; the aim is ≤ 6 kB, and is reached."],
])("%s", (sentence, expected) => {
  expect(sentence).toBe(expected);
});
