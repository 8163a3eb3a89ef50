import { expect, test } from "vitest";
import { toSpread } from "./spread.ts";

test.each([
  [[[10, 12, 11]], "+20 %"],
  [[[10, 10]], "+0 %"],
  [
    [
      [10, 11],
      [1000, 1300],
    ],
    "+30 %",
  ],
  [[[10, 11], [1000]], "+10 %"],
  [[[10], [1000]], "–"],
])("the spread of %j is %s", (measurements, expected) => expect(toSpread(measurements)).toBe(expected));
