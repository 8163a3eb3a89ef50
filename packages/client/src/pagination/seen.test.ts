import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fingerprint, fingerprint } from "./fingerprint.ts";
import { createSeen } from "./seen.ts";

/** Few values in each lane, so that many share a slot, differ in one lane alone, or come again in another version. */
const crowded = fc.tuple(
  fc.constantFrom(1, 64, 65, 128, 0xffff_ffff),
  fc.constantFrom(0, 1, 2),
  fc.constantFrom(0, 1),
  fc.nat({ max: 3 }),
);
const spread = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat());

describe("what was seen", () => {
  test("is known as a map of identifiers to versions knows it", () => {
    const prints = fc.array(fc.oneof(crowded, spread), { maxLength: 400, size: "max" });
    const run = fc.property(prints, fc.array(crowded), (added, others) => {
      const seen = createSeen();
      const model = new Map<string, number>();
      for (const print of added) {
        seen.add(print);
        model.set(print.slice(0, 3).join(), print[3]);
      }
      expect(seen.size).toBe(model.size);
      for (const print of [...added, ...others]) {
        const version = model.get(print.slice(0, 3).join());
        expect(seen.has(print)).toBe(version !== undefined);
        expect(seen.hasVersion(print)).toBe(version === print[3]);
      }
    });
    fc.assert(run);
  });

  test("is nothing at first", () => {
    const seen = createSeen();
    expect([seen.size, seen.has([1, 2, 3, 4]), seen.hasVersion([1, 2, 3, 4])]).toEqual([0, false, false]);
  });

  test("stays known while it grows to 100,000 items, and nothing else is", () => {
    const seen = createSeen();
    const toPrint = (number: number) => fingerprint(`r${number}`, "v");
    for (let number = 0; number < 100_000; number++) seen.add(toPrint(number));
    expect(seen.size).toBe(100_000);
    const numbers = Array.from({ length: 200_000 }, (_, number) => number);
    const known = numbers.filter((number) => seen.hasVersion(toPrint(number)));
    expect([known.length, known.at(-1)]).toEqual([100_000, 99_999]);
  });

  test.each([10_000, 50_000, 200_000])("takes 20 to 32 bytes for each of %d items", (count) => {
    const prints = Array.from({ length: count }, (_, number) => fingerprint(`r${number}`, "v"));
    const seen = createSeen();
    const before = measureBuffers();
    for (const print of prints) seen.add(print);
    const bytes = (measureBuffers() - before) / count;
    expect(seen.size).toBe(count);
    expect(bytes).toBeGreaterThanOrEqual(19);
    expect(bytes).toBeLessThanOrEqual(32);
  });

  test("does not keep a fingerprint that is changed later", () => {
    const seen = createSeen();
    const print: [number, number, number, number] = [1, 2, 3, 4];
    seen.add(print);
    print[0] = 9;
    expect(seen.has([1, 2, 3, 4] satisfies Fingerprint)).toBe(true);
    expect(seen.has(print)).toBe(false);
  });
});

/** Bytes that typed arrays take, once what nobody holds any more is gone. */
function measureBuffers(): number {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}
