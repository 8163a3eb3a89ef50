import type { Operation, Pagination } from "@agent-chats/schema";
import type { ListDials } from "./list-dials.ts";

type Json = Readonly<Record<string, unknown>>;
/** Throws a `RangeError` for a value that is not right; the path says where it stands. */
type Check = (path: string, value: unknown, operation: Listing) => void;
type PlainCheck = (path: string, value: unknown) => void;

/** An operation that lists. */
export type Listing = Operation & { readonly pagination: Pagination };

/** Longer than any timer of the platform can wait. */
const mostMs = 2 ** 31;

const amount: Check = (path, value, operation) => {
  if (typeof value === "object") return members({ atMost: whole(0) })(path, value, operation);
  whole(0)(path, value);
};

const order: Check = (path, value, operation) => {
  members({ by: oneOf("created", "updated", "arbitrary"), direction: optional(oneOf("ascending", "descending")) })(
    path,
    value,
    operation,
  );
  const { by } = value as { by: "created" | "updated" | "arbitrary" };
  if (by === "arbitrary" || operation.pagination[`${by}At`] !== undefined) return;
  throw new RangeError(`${path}.by must be another than ${by}: the items of ${operation.id} have no such time`);
};

const ignore: Check = (path, value, { parameters }) => {
  const names = parameters.flatMap((each) => (each.in === "query" && !each.required ? [each.name] : []));
  if (!Array.isArray(value)) throw new RangeError(`${path} must be an array of names, not ${toText(value)}`);
  for (const [index, name] of value.entries()) oneOf(...names)(`${path}.${index}`, name);
};

const latencyMs: Check = (path, value) => {
  if (typeof value === "number" && value >= 0 && value < mostMs) return;
  throw new RangeError(`${path} must be milliseconds from 0 and below ${mostMs}, not ${toText(value)}`);
};

const dials = members({
  order: optional(order),
  clamp: optional(whole(1)),
  ignore: optional(ignore),
  churn: optional(members({ inserts: optional(amount), updates: optional(amount), deletes: optional(amount) })),
  latencyMs: optional(latencyMs),
} satisfies { [Name in keyof ListDials]-?: Check });

/** A copy of the dials that nobody can change. Throws a `RangeError` that says what is wrong, and what is right. */
export function checkDials(path: string, value: unknown, operation: Listing): ListDials {
  dials(path, value, operation);
  return freeze(structuredClone(value) as ListDials);
}

/** An object with these members and no others. */
function members(checks: Readonly<Record<string, Check>>): Check {
  const names = Object.keys(checks).join(", ");
  return (path, value, operation) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new RangeError(`${path} must be an object of ${names}, not ${toText(value)}`);
    }
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(checks, name));
    if (unknown !== undefined) throw new RangeError(`${path}.${unknown} does not exist; there is ${names}`);
    for (const [name, check] of Object.entries(checks)) check(`${path}.${name}`, (value as Json)[name], operation);
  };
}

function optional(check: Check): Check {
  return (path, value, operation) => {
    if (value !== undefined) check(path, value, operation);
  };
}

function whole(minimum: number): PlainCheck {
  return (path, value) => {
    if (Number.isSafeInteger(value) && (value as number) >= minimum) return;
    throw new RangeError(`${path} must be a whole number from ${minimum}, not ${toText(value)}`);
  };
}

function oneOf(...values: readonly string[]): PlainCheck {
  return (path, value) => {
    if (values.includes(value as string)) return;
    throw new RangeError(`${path} must be one of ${values.join(", ")}, not ${toText(value)}`);
  };
}

function toText(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

function freeze<Value extends object>(value: Value): Value {
  for (const member of Object.values(value)) if (typeof member === "object" && member !== null) freeze(member);
  return Object.freeze(value);
}
