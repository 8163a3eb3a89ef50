import type { JsonSchemas, Operation, Vendor } from "@agent-chats/schema";
import { createSettings, type Named, type Setting } from "../settings.ts";
import { type Behaviour, behaveWell, createBehaviour } from "./behaviour.ts";
import { checkDials, type Listing } from "./check.ts";
import type { ListDials } from "./list-dials.ts";

/** The dials of all operations that list, and what follows from them. */
export interface DialBoard {
  /** Reads dials and sets them. Setting throws a `RangeError` for dials that are not right. */
  readonly dials: Named<ListDials>;
  /** How the server is to treat the requests of an operation. */
  behaviourOf(operation: Operation): Behaviour;
  /** Turns all dials back to where they were at the beginning, and chance too. */
  reset(): void;
}

/** A vendor, and what its answers look like. */
interface Specified {
  readonly vendor: Vendor;
  readonly jsonSchemas: JsonSchemas;
}

/** Makes the board. Throws a `RangeError` where `given`, the dials to begin with, are not right. */
export function createDialBoard(
  specified: readonly Specified[],
  seed: number,
  given: Partial<Named<unknown>>,
): DialBoard {
  const schemas = new Map(specified.map(({ vendor, jsonSchemas }) => [vendor, jsonSchemas]));
  const dials = createSettings<ListDials, Dial, Listing>({
    name: "dials",
    operations: "operations that list",
    vendors: [...schemas.keys()],
    has: (operation): operation is Listing => operation.pagination !== undefined,
    given,
    create(path, operation, initial = {}, vendor) {
      const chance = { seed, name: `${vendor.id}/${operation.id}` };
      const jsonSchemas = schemas.get(vendor) as JsonSchemas;
      return createDial(
        (value) => checkDials(path, value, operation),
        (value) => createBehaviour({ path, operation, jsonSchemas, chance }, value),
        initial,
      );
    },
  });
  return {
    dials: dials.named,
    behaviourOf: (operation) => dials.find(operation)?.behaviour ?? behaveWell(operation),
    reset() {
      for (const dial of dials.all) dial.reset();
    },
  };
}

/** The dials of one operation. */
interface Dial extends Setting<ListDials> {
  readonly behaviour: Behaviour;
  reset(): void;
}

function createDial(check: (value: unknown) => ListDials, work: (dials: ListDials) => Behaviour, given: unknown): Dial {
  const initial = check(given);
  let [current, behaviour] = [initial, work(initial)];
  return {
    get value() {
      return current;
    },
    set value(value) {
      const checked = check(value);
      [current, behaviour] = [checked, work(checked)];
    },
    get behaviour() {
      return behaviour;
    },
    reset() {
      [current, behaviour] = [initial, work(initial)];
    },
  };
}
