import fc from "fast-check";
import { expect, test } from "vitest";
import { createHeap } from "./heap.ts";

test("a heap gives what a sort gives, whatever goes in between", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 50 }), { nil: undefined })), (steps) => {
      const heap = createHeap<number>((left, right) => left > right);
      let sorted: number[] = [];
      for (const step of steps) {
        if (step === undefined) {
          expect(heap.first).toBe(sorted[0]);
          expect(heap.pop()).toBe(sorted[0]);
          sorted = sorted.slice(1);
        } else {
          heap.push(step);
          sorted = [...sorted, step].sort((left, right) => right - left);
        }
        expect(heap.size).toBe(sorted.length);
      }
    }),
  );
});
