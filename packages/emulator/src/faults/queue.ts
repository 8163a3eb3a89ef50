import { freeze } from "../check.ts";
import type { Fault } from "./fault.ts";

/** The faults that an operation still has before it. */
export interface FaultQueue {
  /** What is left, the next one first; counts are what is left of them. */
  readonly left: readonly Fault[];
  /** A request has come: takes the fault that hits it. Undefined where it is answered well. */
  take(): Fault | undefined;
}

/** A queue of faults, which must have been checked. */
export function createFaultQueue(faults: readonly Fault[]): FaultQueue {
  let left = faults;
  return {
    get left() {
      return left;
    },
    take() {
      const [next, ...others] = left;
      if (!next) return undefined;
      const { times = 1, after = 0 } = next;
      if (after > 0) {
        left = freeze([{ ...next, after: after - 1 }, ...others]);
        return undefined;
      }
      left = freeze(times > 1 ? [{ ...next, times: times - 1 }, ...others] : others);
      return next;
    },
  };
}
