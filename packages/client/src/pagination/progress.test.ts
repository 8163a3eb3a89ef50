import { describe, expect, test } from "vitest";
import { toAnswer } from "../../test/answers.ts";
import { nothingBehind } from "./progress.ts";

describe("an answer without items", () => {
  test("is a problem where the total promises some behind its place, and only there", () => {
    const read = (total: number | undefined) => nothingBehind(toAnswer([], 20, { total }));
    expect(read(21)).toBe("gives nothing behind position 20, although it counts 21 items");
    expect([read(20), read(0), read(undefined)]).toEqual([undefined, undefined, undefined]);
  });
});
