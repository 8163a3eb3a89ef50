import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareFingerprints, fingerprint, readFingerprint, writeFingerprint } from "./fingerprint.ts";

const lane = fc.oneof(fc.nat({ max: 0xffff_ffff }), fc.constantFrom(0, 0x8000_0000, 0xffff_ffff));
const prints = fc.tuple(lane, lane, lane, lane);

/** Identifiers of the kinds that vendors use; what tells two apart stands at the end, in the middle or at the start. */
const kinds: ((number: number) => string)[] = [
  (number) => String(number),
  (number) => `chat_${String(number).padStart(12, "0")}`,
  (number) => `${toHex(number, 8)}-6a0e-4a53-9a43-0d7b1c6f2e11`,
  (number) => `3f0c6a52-6a0e-4a53-9a43-${toHex(number, 12)}`,
  (number) => `2Xw${number.toString(36)}${"0".repeat(40)}`,
];
const ids = kinds.flatMap((toId) => Array.from({ length: 40_000 }, (_, number) => toId(number)));

describe("a fingerprint", () => {
  test("comes back from its text of 28 letters and digits", () => {
    const run = fc.property(prints, (print) => {
      const text = writeFingerprint(print);
      expect(text).toMatch(/^[0-9a-z]{28}$/);
      expect(readFingerprint(text)).toEqual(print);
    });
    fc.assert(run);
    expect(writeFingerprint([0, 1, 35, 0xffff_ffff])).toBe("00000000000001000000z1z141z3");
  });

  test("is another for each of 200,000 identifiers, of five kinds", () => {
    const all = ids.map((id) => fingerprint(id, "v"));
    expect(new Set(all.map((print) => print.slice(0, 3).join())).size).toBe(200_000);
  });

  test("differs in each lane, as often as 32 random bits would", () => {
    const all = ids.map((id) => fingerprint(id, id));
    for (const index of [0, 1, 2, 3] as const) {
      // Of 200,000 random numbers of 32 bits, 5 pairs are the same.
      expect(new Set(all.map((print) => print[index])).size).toBeGreaterThan(199_950);
    }
  });

  test("holds the version in its last lane, and nothing of it in the others", () => {
    const [old, young] = [fingerprint("a", "2026-11-01T00:00:00.000Z"), fingerprint("a", "2026-11-01T00:00:00.001Z")];
    expect(old.slice(0, 3)).toEqual(young.slice(0, 3));
    expect(old[3]).not.toBe(young[3]);
    expect(fingerprint("b", "2026-11-01T00:00:00.000Z")[3]).toBe(old[3]);
  });

  test("is made of whole numbers of 32 bits, whatever the text", () => {
    const run = fc.property(fc.string({ unit: "binary" }), fc.string(), (id, version) => {
      expect(fingerprint(id, version)).toEqual(fingerprint(id, version).map((number) => number >>> 0));
    });
    fc.assert(run);
    expect(fingerprint("", "")).not.toEqual([0, 0, 0, 0]);
  });

  test("never changes: a cursor is read by another process, and another release", () => {
    expect(writeFingerprint(fingerprint("3f0c6a52-6a0e-4a53-9a43-0d7b1c6f2e11", "2026-11-01T00:00:00Z"))).toBe(
      "0h6bpq50fhsbz40mhg4p30r7g6af",
    );
  });
});

describe("the order of fingerprints", () => {
  test("is total, and does not look at the version", () => {
    const run = fc.property(prints, prints, prints, (a, b, c) => {
      expect(Math.sign(compareFingerprints(a, b))).toBe(0 - Math.sign(compareFingerprints(b, a)));
      expect(compareFingerprints(a, b) === 0).toBe(a.slice(0, 3).join() === b.slice(0, 3).join());
      const [x, y, z] = [a, b, c].toSorted(compareFingerprints) as [typeof a, typeof a, typeof a];
      expect(compareFingerprints(x, z)).toBeLessThanOrEqual(0);
      expect(compareFingerprints(x, y)).toBeLessThanOrEqual(0);
    });
    fc.assert(run);
    expect(compareFingerprints([1, 2, 3, 4], [1, 2, 3, 5])).toBe(0);
    expect(compareFingerprints([1, 2, 3, 4], [1, 2, 4, 0])).toBeLessThan(0);
    expect(compareFingerprints([1, 3, 0, 0], [1, 2, 9, 9])).toBeGreaterThan(0);
  });
});

function toHex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}
