type Json = Readonly<Record<string, unknown>>;

/** Throws a `RangeError` for a value that is not right; the path says where it stands. */
export type Check<Context = unknown> = (path: string, value: unknown, context: Context) => void;

/** A check that needs to know nothing else. */
export type PlainCheck = (path: string, value: unknown) => void;

/** Longer than any timer of the platform can wait. */
const mostMs = 2 ** 31;

/** An object with these members and no others. */
export function members<Context>(checks: Readonly<Record<string, Check<Context>>>): Check<Context> {
  const names = Object.keys(checks).join(", ");
  return (path, value, context) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new RangeError(`${path} must be an object of ${names}, not ${toText(value)}`);
    }
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(checks, name));
    if (unknown !== undefined) throw new RangeError(`${path}.${unknown} does not exist; there is ${names}`);
    for (const [name, check] of Object.entries(checks)) check(`${path}.${name}`, (value as Json)[name], context);
  };
}

/** An object whose `kind` says what else it has: the members of each kind beside it. */
export function kinds(checks: Readonly<Record<string, Readonly<Record<string, Check>>>>): Check {
  const byKind = Object.fromEntries(
    Object.entries(checks).map(([kind, others]) => [kind, members({ kind: () => {}, ...others })]),
  );
  return (path, value, context) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new RangeError(`${path} must be an object with a kind, not ${toText(value)}`);
    }
    const { kind } = value as Json;
    oneOf(...Object.keys(checks))(`${path}.kind`, kind);
    byKind[kind as string]?.(path, value, context);
  };
}

/** An array whose items pass a check. `what` names them. */
export function arrayOf<Context>(what: string, check: Check<Context>): Check<Context> {
  return (path, value, context) => {
    if (!Array.isArray(value)) throw new RangeError(`${path} must be an array of ${what}, not ${toText(value)}`);
    for (const [index, item] of value.entries()) check(`${path}.${index}`, item, context);
  };
}

export function optional<Context>(check: Check<Context>): Check<Context> {
  return (path, value, context) => {
    if (value !== undefined) check(path, value, context);
  };
}

/** A whole number. */
export function whole(minimum: number, maximum = Number.MAX_SAFE_INTEGER): PlainCheck {
  const bounds = maximum === Number.MAX_SAFE_INTEGER ? `from ${minimum}` : `from ${minimum} to ${maximum}`;
  return (path, value) => {
    if (Number.isSafeInteger(value) && (value as number) >= minimum && (value as number) <= maximum) return;
    throw new RangeError(`${path} must be a whole number ${bounds}, not ${toText(value)}`);
  };
}

export function oneOf(...values: readonly string[]): PlainCheck {
  return (path, value) => {
    if (values.includes(value as string)) return;
    throw new RangeError(`${path} must be one of ${values.join(", ")}, not ${toText(value)}`);
  };
}

/** A time to wait. */
export const milliseconds: PlainCheck = (path, value) => {
  if (typeof value === "number" && value >= 0 && value < mostMs) return;
  throw new RangeError(`${path} must be milliseconds from 0 and below ${mostMs}, not ${toText(value)}`);
};

/** A value as a message shows it. */
export function toText(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "an array" : "an object";
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** Makes a value unchangeable, with all that is in it. */
export function freeze<Value extends object>(value: Value): Value {
  for (const member of Object.values(value)) if (typeof member === "object" && member !== null) freeze(member);
  return Object.freeze(value);
}
