import type { Operation, Vendor } from "@agent-chats/schema";

/** Values by vendor and operation. */
export type Named<Value> = Readonly<Record<string, Record<string, Value>>>;

/** What is set for one operation. */
export interface Setting<Value> {
  /** Setting throws a `RangeError` for a value that is not right, and changes nothing then. */
  value: Value;
}

/** Settings for operations of several vendors. */
export interface SettingsOptions<O extends Operation, S> {
  /** What they are called in messages: `dials`. */
  readonly name: string;
  readonly vendors: readonly Vendor[];
  /** Which operations have settings. */
  readonly has: (operation: Operation) => operation is O;
  /** What these operations are called in messages: `operations that list`. */
  readonly operations: string;
  /** The values to begin with, as a caller gave them. */
  readonly given: Partial<Named<unknown>>;
  /** Makes the setting of one operation. `path` is where it stands: `dials.cargo.listChats`. */
  readonly create: (path: string, operation: O, given: unknown, vendor: Vendor) => S;
}

/** Settings as they are found, and as a caller sees them. */
export interface Settings<Value, S> {
  /** The values as properties, to be read and set. */
  readonly named: Named<Value>;
  find(operation: Operation): S | undefined;
  readonly all: readonly S[];
}

/** Makes settings. Throws a `RangeError` where the values to begin with are not right. */
export function createSettings<Value, S extends Setting<Value>, O extends Operation>(
  options: SettingsOptions<O, S>,
): Settings<Value, S> {
  const { name, vendors, has, operations, given, create } = options;
  const settings = new Map<Operation, S>();
  refuseOthers(name, given, vendors, "vendors");
  for (const vendor of vendors) {
    const known = Object.values(vendor.operations).filter(has);
    refuseOthers(`${name}.${vendor.id}`, given[vendor.id], known, operations);
    for (const operation of known) {
      const path = `${name}.${vendor.id}.${operation.id}`;
      settings.set(operation, create(path, operation, given[vendor.id]?.[operation.id], vendor));
    }
  }
  return {
    named: toNamed(vendors, settings),
    find: (operation) => settings.get(operation),
    all: [...settings.values()],
  };
}

/** A misspelt name would leave a server well-behaved that a test believes to be hostile. */
function refuseOthers(path: string, given: object | undefined, known: readonly { id: string }[], what: string): void {
  const names = known.map(({ id }) => id);
  const other = Object.keys(given ?? {}).find((name) => !names.includes(name));
  if (other !== undefined) throw new RangeError(`${path}.${other} does not exist; the ${what}: ${names.join(", ")}`);
}

/** The settings as properties. No name can be added, so that a misspelt one throws. */
function toNamed<Value>(vendors: readonly Vendor[], settings: ReadonlyMap<Operation, Setting<Value>>): Named<Value> {
  const entries = vendors.map((vendor) => {
    const properties = Object.values(vendor.operations).flatMap((operation) => {
      const setting = settings.get(operation);
      return setting ? [[operation.id, toProperty(setting)] as const] : [];
    });
    return [vendor.id, Object.freeze(Object.defineProperties({}, Object.fromEntries(properties)))];
  });
  return Object.freeze(Object.fromEntries(entries));
}

function toProperty<Value>(setting: Setting<Value>): PropertyDescriptor {
  return {
    enumerable: true,
    get: () => setting.value,
    set(value: Value) {
      setting.value = value;
    },
  };
}
