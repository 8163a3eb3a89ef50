import type { Operation, Pagination } from "@agent-chats/schema";
import {
  arrayOf,
  type Check,
  freeze,
  kinds,
  members,
  milliseconds,
  oneOf,
  optional,
  type PlainCheck,
  toText,
  whole,
} from "../check.ts";
import { driftKinds } from "../drift/drift.ts";
import type { ListDials } from "./list-dials.ts";

type ListingCheck = Check<Listing>;

/** An operation that lists. */
export type Listing = Operation & { readonly pagination: Pagination };

const amount: ListingCheck = (path, value, operation) => {
  if (typeof value === "object") return members({ atMost: whole(0) })(path, value, operation);
  whole(0)(path, value);
};

const order: ListingCheck = (path, value, operation) => {
  members({ by: oneOf("created", "updated", "arbitrary"), direction: optional(oneOf("ascending", "descending")) })(
    path,
    value,
    operation,
  );
  const { by } = value as { by: "created" | "updated" | "arbitrary" };
  if (by === "arbitrary" || operation.pagination[`${by}At`] !== undefined) return;
  throw new RangeError(`${path}.by must be another than ${by}: the items of ${operation.id} have no such time`);
};

const ignore: ListingCheck = (path, value, operation) => {
  const { parameters } = operation;
  const names = parameters.flatMap((each) => (each.in === "query" && !each.required ? [each.name] : []));
  arrayOf("names", oneOf(...names))(path, value, operation);
};

/** Whether there is a field at `at` is for the schemas to say, which are looked at when drift is put to work. */
const at: PlainCheck = (path, value) => {
  if (typeof value === "string" && value.startsWith("/")) return;
  throw new RangeError(`${path} must be a JSON Pointer such as /chats/*/name, not ${toText(value)}`);
};

const drift = kinds(
  Object.fromEntries(driftKinds.map((kind) => [kind, kind === "envelope" ? {} : { at: optional(at) }])),
);

const dials = members({
  order: optional(order),
  clamp: optional(whole(1)),
  ignore: optional(ignore),
  churn: optional(members({ inserts: optional(amount), updates: optional(amount), deletes: optional(amount) })),
  latencyMs: optional(milliseconds),
  drift: optional(arrayOf("drifts", drift)),
} satisfies { [Name in keyof ListDials]-?: ListingCheck });

/** A copy of the dials that nobody can change. Throws a `RangeError` that says what is wrong, and what is right. */
export function checkDials(path: string, value: unknown, operation: Listing): ListDials {
  dials(path, value, operation);
  return freeze(structuredClone(value) as ListDials);
}
