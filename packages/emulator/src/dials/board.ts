import type { Operation, Vendor } from "@agent-chats/schema";
import { type Behaviour, behaveWell, createBehaviour } from "./behaviour.ts";
import { checkDials, type Listing } from "./check.ts";
import type { ListDials } from "./list-dials.ts";

/** Dials by vendor and operation. */
type Named<Dials> = Readonly<Record<string, Record<string, Dials>>>;

/** The dials of all operations that list, and what follows from them. */
export interface DialBoard {
  /** Reads dials and sets them. Setting throws a `RangeError` for dials that are not right. */
  readonly dials: Named<ListDials>;
  /** How the server is to treat the requests of an operation. */
  behaviourOf(operation: Operation): Behaviour;
  /** Turns all dials back to where they were at the beginning, and chance too. */
  reset(): void;
}

/** Makes the board. Throws a `RangeError` where `given`, the dials to begin with, are not right. */
export function createDialBoard(vendors: readonly Vendor[], seed: number, given: Partial<Named<unknown>>): DialBoard {
  const dials = new Map<Operation, Dial>();
  refuseOthers("dials", given, vendors, "vendors");
  for (const vendor of vendors) {
    const listings = listingsOf(vendor);
    refuseOthers(`dials.${vendor.id}`, given[vendor.id], listings, "operations that list");
    for (const operation of listings) {
      dials.set(operation, createDial(vendor, operation, seed, given[vendor.id]?.[operation.id]));
    }
  }
  return {
    dials: toNamed(vendors, dials),
    behaviourOf: (operation) => dials.get(operation)?.behaviour ?? behaveWell(operation),
    reset() {
      for (const dial of dials.values()) dial.reset();
    },
  };
}

/** The dials of one operation. */
interface Dial {
  dials: ListDials;
  readonly behaviour: Behaviour;
  reset(): void;
}

function createDial(vendor: Vendor, operation: Listing, seed: number, given: unknown = {}): Dial {
  const check = (dials: unknown) => checkDials(`dials.${vendor.id}.${operation.id}`, dials, operation);
  const work = (dials: ListDials) => createBehaviour(operation, dials, seed, `${vendor.id}/${operation.id}`);
  const initial = check(given);
  let [current, behaviour] = [initial, work(initial)];
  return {
    get dials() {
      return current;
    },
    set dials(dials) {
      current = check(dials);
      behaviour = work(current);
    },
    get behaviour() {
      return behaviour;
    },
    reset() {
      [current, behaviour] = [initial, work(initial)];
    },
  };
}

function listingsOf({ operations }: Vendor): Listing[] {
  return Object.values(operations).filter((operation): operation is Listing => operation.pagination !== undefined);
}

/** A misspelt name would leave a server well-behaved that a test believes to be hostile. */
function refuseOthers(path: string, given: object | undefined, known: readonly { id: string }[], what: string): void {
  const names = known.map(({ id }) => id);
  const other = Object.keys(given ?? {}).find((name) => !names.includes(name));
  if (other !== undefined) throw new RangeError(`${path}.${other} does not exist; the ${what}: ${names.join(", ")}`);
}

/** The dials as properties. No name can be added, so that a misspelt one throws. */
function toNamed(vendors: readonly Vendor[], dials: ReadonlyMap<Operation, Dial>): Named<ListDials> {
  const entries = vendors.map((vendor) => {
    const properties = listingsOf(vendor).map((operation) => {
      const dial = dials.get(operation) as Dial;
      const set = (value: ListDials) => {
        dial.dials = value;
      };
      return [operation.id, { enumerable: true, get: () => dial.dials, set }];
    });
    return [vendor.id, Object.freeze(Object.defineProperties({}, Object.fromEntries(properties)))];
  });
  return Object.freeze(Object.fromEntries(entries));
}
