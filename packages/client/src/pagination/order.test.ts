import { describe, expect, test } from "vitest";
import { toAnswer } from "../../test/answers.ts";
import { createOrderWatch, type ListOrder, type Movement } from "./order.ts";

/** A watch that has seen answers, each with its items as `created/updated`; `-` where the vendor says no time. */
function watch(...answers: string[]) {
  const order = createOrderWatch();
  const toTime = (text: string | undefined) => (text === "-" ? undefined : Number(text));
  for (const answer of answers) {
    const times = answer.split(" ").filter((text) => text !== "");
    const items = times.map((text) => text.split("/"));
    order.observe(
      toAnswer(items.map(([created, updated]) => ({ createdAt: toTime(created), updatedAt: toTime(updated) }))).rows,
    );
  }
  return order;
}

const by = (by: ListOrder["by"], direction: ListOrder["direction"]): ListOrder => ({ by, direction });

describe("the order of a list", () => {
  test.each<[title: string, times: string, order: ListOrder | undefined, movement: Movement]>([
    ["by creation, the newest first", "3/1 2/3 1/2", by("created", "descending"), "none"],
    ["by creation, the oldest first", "1/2 2/3 3/1", by("created", "ascending"), "none"],
    ["by update, the newest first", "2/9 3/8 1/7", by("updated", "descending"), "toHead"],
    ["by update, the oldest first", "2/7 3/8 1/9", by("updated", "ascending"), "toEnd"],
    ["by nothing an item has", "2/7 3/9 1/8", undefined, "unrecognised"],
    ["by update where both fit, as that asks more of a walk", "3/9 2/8", by("updated", "descending"), "toHead"],
    ["by update where both fit in opposite directions", "3/8 2/9", by("updated", "ascending"), "toEnd"],
    [
      "by creation among equal times of update, by which it may be too",
      "3/5 2/5",
      by("created", "descending"),
      "unrecognised",
    ],
    ["by creation through ties", "3/1 3/9 2/5 2/6", by("created", "descending"), "none"],
    ["by update through ties", "3/9 4/9 2/8", by("updated", "descending"), "toHead"],
    ["unknown where all times are equal", "3/5 3/5 3/5", undefined, "unrecognised"],
    ["unknown for one item", "3/5", undefined, "unrecognised"],
    ["unknown for none", "", undefined, "unrecognised"],
    ["by creation where no item has a time of update", "2/- 1/-", by("created", "descending"), "none"],
    ["by creation where one item has no time of update", "3/9 2/- 1/7", by("created", "descending"), "none"],
    ["by update where one item has no time of creation", "3/9 -/8 1/7", by("updated", "descending"), "toHead"],
    ["unknown where one item has no times", "3/9 -/- 1/7", undefined, "unrecognised"],
    ["by creation where the last items have no time of update", "4/9 3/8 2/- 1/-", by("created", "descending"), "none"],
    ["unknown where the last item has no times", "4/9 3/8 -/-", undefined, "unrecognised"],
  ])("is %s", (_, times, order, movement) => {
    const seen = watch(times);
    expect(seen.order).toEqual(order);
    expect(seen.movement).toBe(movement);
  });

  test("is recognised over several answers, each for itself: between two of them rows may have moved", () => {
    expect(watch("9/1 8/2").movement).toBe("toEnd");
    expect(watch("9/1 8/2", "9/3 7/2").order).toEqual(by("created", "descending"));
  });

  test("has as much evidence as there are neighbours of different times", () => {
    expect(watch("9/1 8/2 8/3 7/3").evidence).toBe(2);
    expect(watch("9/1 8/2", "7/3 6/4 5/5").evidence).toBe(3);
    expect(watch("9/9 8/8 7/7").evidence).toBe(2);
    expect(watch("2/7 3/9 1/8").evidence).toBe(0);
    expect(watch("3/5").evidence).toBe(0);
  });

  test("is no longer recognised once two neighbours contradict it", () => {
    expect(watch("9/- 8/-", "7/- 8/-").movement).toBe("unrecognised");
  });
});
