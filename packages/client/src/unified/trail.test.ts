import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTrail, type Footprint } from "./trail.ts";

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

  test("forgets no chat behind which the walk cannot be resumed, though it could be behind the one before", () => {
    const trail = createTrail();
    const [a, b] = [trail.note("c0", "a", false), trail.note("c1", "b", false)];
    trail.give(a);
    trail.give(b);
    expect(trail.placeAt("c1")).toEqual({ cursor: "c0", given: ["a", "b"] });
    trail.give(trail.note("c1", "c", false));
    expect(trail.placeAt("c1").given).toContain("b");
    expect(trail.placeAt("c3")).toEqual({ cursor: "c3", given: [] });
  });

  test("takes no walk for one that moved on because its cursor tells of another time, or of a doubt", () => {
    const [before, after, behind] = ["1.hash.f3.0..", "1.hash.f2.0.mvy02yo0.", "1.hash.f2.1.mvy02yo0.abc"] as const;
    const trail = createTrail();
    trail.give(trail.note(before, "a", false));
    expect(trail.placeAt(after)).toEqual({ cursor: before, given: ["a"] });
    expect(trail.placeAt(behind)).toEqual({ cursor: behind, given: [] });
    trail.give(trail.note(after, "b", false));
    expect(trail.placeAt(after).given).toEqual(["a", "b"]);
  });

  test("has of what is read again what was given, and nothing else, wherever walks can be resumed and whatever is given first", () => {
    const step = fc.record({ isPlace: fc.boolean(), isGiven: fc.boolean(), give: fc.option(fc.nat()) });
    const steps = fc.array(step, { maxLength: 80 });
    fc.assert(
      fc.property(steps, (steps) => {
        const trail = createTrail();
        const waiting: Footprint[] = [];
        let cursor = 0;
        for (const [index, { isPlace, isGiven, give }] of steps.entries()) {
          const footprint = trail.note(`${cursor}`, `${index}`, isGiven);
          if (!isGiven) waiting.push(footprint);
          if (isPlace) cursor = index + 1;
          if (give !== null) for (const each of waiting.splice(give % waiting.length)) trail.give(each);
          const place = trail.placeAt(`${cursor}`);
          const isWaiting = (print: string) => waiting.some((each) => each.print === print);
          const again = Array.from({ length: index + 1 }, (_, each) => `${each}`).slice(Number(place.cursor));
          expect(place.given).toEqual(again.filter((print) => !isWaiting(print)));
          expect(again).toEqual(expect.arrayContaining(waiting.map(({ print }) => print)));
        }
      }),
    );
  });
});
