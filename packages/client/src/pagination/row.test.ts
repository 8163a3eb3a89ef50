import { expect, test } from "vitest";
import { offsets } from "../../test/answers.ts";
import { createRowReader } from "./row.ts";

const read = createRowReader<unknown>(offsets);
const printOf = (id: unknown, updatedAt?: unknown) => read({ id, updatedAt }, 0).print;

test("an identifier is a text, or what reads as the same text", () => {
  expect(printOf("7")).toEqual(printOf(7));
  expect(printOf("7")).not.toEqual(printOf("8"));
  expect(printOf("7", "2026-11-18")).not.toEqual(printOf("7", "2026-11-19"));
});

test.each([
  [undefined],
  [null],
  [{}],
  [[]],
  [{ toString: 1, valueOf: 1 }],
  [JSON.parse("[".repeat(9000) + "]".repeat(9000))],
])("%o identifies nothing, and breaks nothing", (id) => {
  expect(printOf(id)).toBeUndefined();
  expect(printOf("7", id)).toEqual(printOf("7"));
});

test("what is no object has neither identifier nor times", () => {
  for (const item of [null, 1, "text", []]) {
    expect(read(item, 3)).toEqual({ item, place: 3, print: undefined, createdAt: Number.NaN, updatedAt: Number.NaN });
  }
});
