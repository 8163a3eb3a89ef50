import { expect, test } from "vitest";
import { createRandom, weighted } from "./random.ts";

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("the same seed gives the same sequence, another seed another", () => {
  const draw = (seed: string) => {
    const random = createRandom(seed);
    return Array.from({ length: 50 }, () => random.next());
  };
  expect(draw("1/cargo")).toEqual(draw("1/cargo"));
  expect(draw("1/cargo")).not.toEqual(draw("2/cargo"));
});

test("the sequence of a seed is the same on every machine", () => {
  const random = createRandom("pinned");
  expect([random.integer(0, 999_999), random.uuid(), random.integer(0, 9)]).toMatchInlineSnapshot(`
    [
      618578,
      "e2a57ec9-e7ed-4996-b3fc-474806ac67bb",
      1,
    ]
  `);
});

test("identifiers are version 4 UUIDs and do not repeat", () => {
  const random = createRandom("uuids");
  const uuids = Array.from({ length: 5000 }, () => random.uuid());
  expect(uuids.filter((uuid) => !uuidPattern.test(uuid))).toEqual([]);
  expect(new Set(uuids).size).toBe(uuids.length);
});

test("numbers fill their range and stay in it", () => {
  const random = createRandom("range");
  const drawn = Array.from({ length: 2000 }, () => random.integer(3, 7));
  expect([...new Set(drawn)].sort()).toEqual([3, 4, 5, 6, 7]);
});

test("weights decide how often a value is chosen", () => {
  const random = createRandom("weights");
  const choose = weighted(["often", 9], ["seldom", 1], ["never", 0]);
  const drawn = Array.from({ length: 5000 }, () => choose(random));
  expect(drawn.filter((value) => value === "seldom").length / 5000).toBeCloseTo(0.1, 1);
  expect(drawn).not.toContain("never");
});

test("nothing can be picked from nothing", () => {
  expect(() => createRandom("x").pick([])).toThrow(RangeError);
  expect(() => weighted()).toThrow(RangeError);
});
