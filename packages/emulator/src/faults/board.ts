import type { Operation, Vendor } from "@agent-chats/schema";
import { createSettings, type Named, type Setting } from "../settings.ts";
import { checkFaults } from "./check.ts";
import type { Fault } from "./fault.ts";
import { createFaultQueue } from "./queue.ts";

/** The faults of all operations. */
export interface FaultBoard {
  /** Reads what is left and sets faults anew. Setting throws a `RangeError` for faults that are not right. */
  readonly faults: Named<readonly Fault[]>;
  /** A request of an operation has come: takes the fault that hits it. Undefined where it is answered well. */
  take(operation: Operation): Fault | undefined;
  /** Goes back to the faults of the beginning. */
  reset(): void;
}

/** Makes the board. Throws a `RangeError` where `given`, the faults to begin with, are not right. */
export function createFaultBoard(vendors: readonly Vendor[], given: Partial<Named<unknown>>): FaultBoard {
  const queues = createSettings<readonly Fault[], Faults, Operation>({
    name: "faults",
    operations: "operations",
    vendors,
    has: (operation): operation is Operation => true,
    given,
    create: (path, _operation, initial = []) => createFaults((value) => checkFaults(path, value), initial),
  });
  return {
    faults: queues.named,
    take: (operation) => queues.find(operation)?.take(),
    reset() {
      for (const queue of queues.all) queue.reset();
    },
  };
}

/** The faults of one operation. */
interface Faults extends Setting<readonly Fault[]> {
  take(): Fault | undefined;
  reset(): void;
}

function createFaults(check: (value: unknown) => readonly Fault[], given: unknown): Faults {
  const initial = check(given);
  let queue = createFaultQueue(initial);
  return {
    get value() {
      return queue.left;
    },
    set value(value) {
      queue = createFaultQueue(check(value));
    },
    take: () => queue.take(),
    reset() {
      queue = createFaultQueue(initial);
    },
  };
}
