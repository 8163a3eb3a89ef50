import { describe, expect, test } from "vitest";
import { bundles, findBundleFaults } from "./bundles.ts";

describe("what is looked for in a bundle", () => {
  test("of a vendor alone is that vendor's address, and no other vendor's", () => {
    const alone = bundles.filter(({ name }) => name.endsWith(" alone") && name !== "errors alone");
    expect(alone.map(({ has }) => has.length)).toEqual([1, 1, 1]);
    for (const { has, lacks } of alone)
      expect(lacks.filter((text) => text.startsWith("https://api"))).not.toContain(has[0]);
    expect(new Set(alone.flatMap(({ has }) => has)).size).toBe(3);
  });

  test("is told when it is missing, and when it is too much", () => {
    const bundle = { name: "it", code: "", has: ["mine"], lacks: ["theirs"] };
    expect(findBundleFaults(bundle, "mine alone")).toEqual([]);
    expect(findBundleFaults(bundle, "theirs alone")).toEqual([
      "mine is not in it",
      "theirs is in it, and nothing uses it",
    ]);
  });
});
