import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
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

afterEach(() => {
  vi.unstubAllGlobals();
});

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

  test("takes 20 to 32 bytes an item, however many there are", () => {
    const allocated: number[] = [];
    class Measured extends Uint32Array<ArrayBuffer> {
      constructor(...given: [ArrayBuffer, number?, number?]) {
        super(...given);
        // A view of another array allocates nothing.
        if (!(given[0] instanceof ArrayBuffer)) allocated.push(this.byteLength);
      }
    }
    vi.stubGlobal("Uint32Array", Measured);
    const seen = createSeen();
    let [least, most] = [Number.POSITIVE_INFINITY, 0];
    for (let count = 1; count <= 100_000; count++) {
      seen.add(fingerprint(`r${count}`, "v"));
      const bytes = (allocated.at(-1) ?? 0) / count;
      if (count > 1000) [least, most] = [Math.min(least, bytes), Math.max(most, bytes)];
    }
    expect(most).toBeLessThanOrEqual(32);
    expect(least).toBeGreaterThanOrEqual(20);
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
