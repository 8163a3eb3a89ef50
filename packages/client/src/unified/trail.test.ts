import { describe, expect, test } from "vitest";
import { createTrail } from "./trail.ts";

describe("the trail of a list", () => {
  test("leads to the walk's own place where all was given", () => {
    const trail = createTrail();
    expect(trail.placeAt("c0")).toEqual({ cursor: "c0", given: [] });
    trail.give(trail.note("c0", "a", false));
    expect(trail.placeAt("c1")).toEqual({ cursor: "c1", given: [] });
  });

  test("leads to before the first that was not given, with what was given behind it", () => {
    const trail = createTrail();
    trail.give(trail.note("c0", "a", false));
    trail.note("c1", "b", false);
    trail.give(trail.note("c2", "c", false));
    trail.note("c3", "d", true);
    expect(trail.placeAt("c4")).toEqual({ cursor: "c1", given: ["c", "d"] });
  });

  test("remembers what was given as long as the walk cannot be resumed behind it", () => {
    const trail = createTrail();
    trail.give(trail.note("c0", "a", false));
    trail.give(trail.note("c0", "b", false));
    expect(trail.placeAt("c0")).toEqual({ cursor: "c0", given: ["a", "b"] });
    expect(trail.placeAt("c1")).toEqual({ cursor: "c1", given: [] });
  });

  test("moves on by sixteen chats at the most, so that a cursor stays short", () => {
    const trail = createTrail();
    const footprints = Array.from({ length: 100 }, (_, index) => trail.note(`c${index}`, `p${index}`, false));
    for (const footprint of footprints.slice(0, 50)) trail.give(footprint);
    expect(trail.placeAt("c100")).toEqual({ cursor: "c48", given: ["p48", "p49"] });
  });
});
