import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offsets, pages } from "../../test/answers.ts";
import { type Ask, fixedWindowFor, windowFor } from "./window.ts";

const forward = (from: number, position = from): Ask => ({ from, position, size: 10, direction: "forward" });
const backward = (from: number, position = from): Ask => ({ from, position, size: 10, direction: "backward" });

const places = fc.nat({ max: 500 });
const sizes = fc.integer({ min: 1, max: 40 });
/** As a chain asks: with none, one or a few of the items that were read. */
const asks = fc.tuple(places, fc.nat({ max: 5 }));
const forwardAsks = asks.map(([position, overlap]) => forward(Math.max(0, position - overlap), position));
const backwardAsks = asks.map(([position, overlap]) => backward(Math.max(0, position - 1 + overlap), position));

const startOf = (place: number, size: number) => place - (place % size);
const endOf = (place: number, size: number) => startOf(place, size) + size;
/** What the pages of each size up to `most` that hold a place make of it. */
const each = (most: number, of: (place: number, size: number) => number, place: number) =>
  Array.from({ length: most }, (_, index) => of(place, index + 1));

describe("a window by offset", () => {
  test("begins anywhere forward, and ends anywhere backward", () => {
    expect(windowFor(offsets, forward(37), 10, true)).toEqual({ start: 37, size: 10, position: 37 });
    expect(windowFor(offsets, backward(37), 10, true)).toEqual({ start: 28, size: 10, position: 28 });
    expect(windowFor({ ...offsets, first: 1 }, forward(37), 10, true).position).toBe(38);
  });

  test("does not begin before the first item", () => {
    expect(windowFor(offsets, backward(3), 10, true)).toEqual({ start: 0, size: 10, position: 0 });
  });
});

describe("a window by page number", () => {
  test("is a whole page, counted from the vendor's first", () => {
    expect(windowFor(pages, forward(0), 10, true)).toEqual({ start: 0, size: 10, position: 1 });
    expect(windowFor(pages, forward(30), 10, true)).toEqual({ start: 30, size: 10, position: 4 });
    expect(windowFor({ ...pages, first: 0 }, forward(30), 10, true).position).toBe(3);
  });

  test("takes the size that reaches furthest from where it is asked to begin", () => {
    // Of the pages with item 9, those of 5 and 10 end at 10; the one of 9 begins there, and ends at 18.
    expect(windowFor(pages, forward(9, 10), 10, true)).toEqual({ start: 9, size: 9, position: 2 });
    // Backward, the one of 8 begins before all others with item 15.
    expect(windowFor(pages, backward(15), 10, true)).toEqual({ start: 8, size: 8, position: 2 });
  });

  test("forward covers the place to begin at, and no smaller or equal size that does reaches further", () => {
    const run = fc.property(places, sizes, (from, most) => {
      const { start, size, position } = windowFor(pages, forward(from), most, true);
      expect(start).toBe((position - 1) * size);
      expect(start).toBeLessThanOrEqual(from);
      expect(size).toBeLessThanOrEqual(most);
      expect(start + size).toBe(Math.max(...each(most, endOf, from)));
    });
    fc.assert(run);
  });

  test("backward covers the place to end at, and no smaller or equal size that does begins earlier", () => {
    const run = fc.property(places, sizes, (from, most) => {
      const { start, size, position } = windowFor(pages, backward(from, from + 1), most, true);
      expect(start).toBe((position - 1) * size);
      expect(start + size).toBeGreaterThan(from);
      expect(size).toBeLessThanOrEqual(most);
      expect(start).toBe(Math.min(...each(most, startOf, from)));
    });
    fc.assert(run);
  });

  test("forward brings the first item that was not read, leaves none out before it, and overlaps where it can", () => {
    const run = fc.property(forwardAsks, sizes, fc.boolean(), (ask, most, mayExtend) => {
      const { start, size, position } = windowFor(pages, ask, most, mayExtend);
      expect(start).toBe((position - 1) * size);
      expect(start).toBeLessThanOrEqual(ask.position);
      expect(start + size).toBeGreaterThan(ask.position);
      expect(size).toBeLessThanOrEqual(mayExtend ? Math.max(most, 20) : most);
      const closest = Math.max(ask.from, ask.position - 1);
      const canOverlap = Math.max(...each(most, endOf, closest)) > ask.position;
      if (canOverlap) expect(start).toBeLessThanOrEqual(closest);
    });
    fc.assert(run);
  });

  test("backward brings the item before those that were read, leaves none out, and overlaps where it can", () => {
    const run = fc.property(backwardAsks, sizes, fc.boolean(), (ask, most, mayExtend) => {
      const { start, size, position } = windowFor(pages, ask, most, mayExtend);
      expect(start).toBe((position - 1) * size);
      expect(start).toBeLessThanOrEqual(Math.max(0, ask.position - 1));
      expect(start + size).toBeGreaterThanOrEqual(ask.position);
      expect(size).toBeLessThanOrEqual(mayExtend ? Math.max(most, 20) : most);
      const closest = Math.min(ask.from, ask.position);
      const canOverlap = Math.min(...each(most, startOf, closest)) < ask.position;
      if (canOverlap) expect(start + size).toBeGreaterThan(closest);
    });
    fc.assert(run);
  });

  test("is larger than asked for where no page that is small enough overlaps and brings something new", () => {
    // No page of 1 or 2 items holds both 1 and 2; one of 20 does.
    expect(windowFor(pages, forward(1, 2), 2, true)).toEqual({ start: 0, size: 20, position: 1 });
    expect(windowFor(pages, backward(2, 2), 2, true)).toEqual({ start: 0, size: 20, position: 1 });
  });

  test("is never larger than the vendor's maximum, and no larger than asked for where that is more than 20", () => {
    expect(windowFor({ ...pages, maximumSize: 5 }, forward(1, 2), 2, true).size).toBe(5);
    const run = fc.property(forwardAsks, fc.integer({ min: 20, max: 60 }), (ask, most) => {
      expect(windowFor({ ...pages, maximumSize: 100 }, ask, most, true).size).toBeLessThanOrEqual(most);
    });
    fc.assert(run);
  });

  test("does not overlap where it could only by being larger than it may be", () => {
    expect(windowFor(pages, forward(1, 2), 2, false)).toEqual({ start: 2, size: 2, position: 2 });
    expect(windowFor(pages, backward(2, 2), 2, false)).toEqual({ start: 0, size: 2, position: 1 });
  });

  test("gives up a wider overlap before it gives up the overlap", () => {
    // The pages of 2, 3 and 4 items with item 5 end at 6 and 8; the one of 4 with item 8 begins behind what was read.
    expect(windowFor(pages, forward(5, 8), 4, false)).toEqual({ start: 6, size: 3, position: 3 });
    // Backward, no page of up to 4 items with item 7 begins before item 4; the one of 3 with item 4 does.
    expect(windowFor(pages, backward(7, 4), 4, false)).toEqual({ start: 3, size: 3, position: 2 });
  });
});

describe("a window of a server that gives pages of one size", () => {
  test.each([
    [forward(9, 10), 10],
    [forward(7, 9), 0],
    [backward(9, 10), 0],
    [backward(10, 10), 0],
    [backward(12, 11), 10],
    [backward(3, 0), 0],
    [backward(0, 0), 0],
  ])("is the page that brings something new: %j begins at %d", (ask, start) => {
    expect(fixedWindowFor(pages, ask, 10)).toEqual({ start, size: 10, position: start / 10 + 1 });
  });
});
