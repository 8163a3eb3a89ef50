import { expect, test } from "vitest";
import { failureOf } from "./suites/failure.ts";

test("a call that succeeds is no failure", async () => {
  await expect(failureOf(Promise.resolve([1]), RangeError)).rejects.toThrow("did not fail; it gave [1]");
});

test("a failure of another kind is passed on", async () => {
  const error = new TypeError("another kind");
  await expect(failureOf(Promise.reject(error), RangeError)).rejects.toBe(error);
});

test("a failure of the kind is given", async () => {
  const error = new RangeError("this kind");
  expect(await failureOf(Promise.reject(error), RangeError)).toBe(error);
});
