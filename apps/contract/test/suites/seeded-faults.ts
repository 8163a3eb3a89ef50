import { expect, test } from "vitest";
import { answerFaults } from "../../src/oracle/answer-faults.ts";
import { requestFaults } from "../../src/oracle/request-faults.ts";
import { tryFault } from "../../src/oracle/try-fault.ts";
import { specs } from "../../src/specs.ts";
import type { Stage } from "../../src/stage.ts";

/** What each oracle sees, and what it does not, is as it is written down. */
export function describeSeededFaults(stage: () => Stage): void {
  for (const [side, faults] of Object.entries({ request: requestFaults, answer: answerFaults })) {
    for (const seeded of faults) {
      const { fault, seenBy, reason } = seeded;
      test(`${fault}, in a ${side}: seen by ${seenBy.join(" and ") || "neither"}`, async () => {
        expect(await tryFault(stage(), specs, seeded)).toEqual(seenBy);
        expect(reason === "").toBe(seenBy.length === 2);
      });
    }
  }
}
