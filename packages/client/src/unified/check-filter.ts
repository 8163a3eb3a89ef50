import { type VendorId, vendorIds } from "@agent-chats/schema";
import { InvalidRequestError } from "../errors.ts";
import { adapterOf, adapters } from "./adapters.ts";
import { type AnyUnifiedFilter, type FilterKind, type FilterName, filterKinds } from "./filter.ts";

/** A filter that was checked: values as lists, bounds as numbers (times in milliseconds since 1970), nothing that filters nothing. */
export interface CheckedFilter {
  readonly vendor: readonly VendorId[] | undefined;
  readonly on: { readonly [Name in FilterName]?: Criterion };
  readonly not: { readonly [name: string]: readonly string[] };
}

/** What a filter asks for. */
export type Criterion = readonly string[] | string | boolean | Bounds;

/** Bounds that are there; the lower one is included. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

const states = new Set(
  Object.keys(adapters).flatMap((vendor) =>
    adapterOf(vendor as VendorId).states.flatMap(({ rules }) => rules.map(({ state }) => state)),
  ),
);

const excludable: readonly string[] = ["vendor", "agent", "state", "channel", "trigger"];

const checks: { readonly [Kind in FilterKind]: (name: string, value: unknown) => Criterion | undefined } = {
  values(name, value) {
    if (!Array.isArray(value)) throw invalidFilter(name, "must be a list of texts");
    for (const item of value) checkWord(name, item);
    return value.length > 0 ? (value as string[]) : undefined;
  },
  text(name, value) {
    if (typeof value !== "string") throw invalidFilter(name, "must be a text");
    return value === "" ? undefined : value;
  },
  flag(name, value) {
    if (typeof value !== "boolean") throw invalidFilter(name, "must be true or false");
    return value;
  },
  times: (name, value) => checkBounds(name, value, "before", toTime),
  numbers: (name, value) => checkBounds(name, value, "to", (bound) => (typeof bound === "number" ? bound : Number.NaN)),
};

/** Checks a filter. Throws an `InvalidRequestError` that names what is wrong with it, and what is right. */
export function checkFilter({ vendor = [], not, ...filters }: AnyUnifiedFilter): CheckedFilter {
  const on: { [Name in FilterName]?: Criterion } = {};
  for (const [name, value] of Object.entries(filters)) {
    if (!Object.hasOwn(filterKinds, name)) {
      throw invalidFilter(name, `is no filter; there are vendor, not, ${Object.keys(filterKinds).join(", ")}`);
    }
    if (value === undefined) continue;
    const criterion = checks[filterKinds[name as FilterName].kind](name, value);
    if (criterion !== undefined) on[name as FilterName] = criterion;
  }
  const vendors = checks.values("vendor", vendor) as readonly VendorId[] | undefined;
  return { vendor: vendors, on, not: checkExclusions(not ?? {}) };
}

function checkExclusions(not: object): CheckedFilter["not"] {
  const unknown = Object.keys(not).find((name) => !excludable.includes(name));
  if (unknown !== undefined) throw invalidFilter(`not.${unknown}`, `is none; there are ${excludable.join(", ")}`);
  const given = Object.entries(not).map(([name, value = []]) => [name, checks.values(name, value)] as const);
  return Object.fromEntries(given.filter(([, words]) => words)) as CheckedFilter["not"];
}

function checkWord(name: string, word: unknown): void {
  if (typeof word !== "string") throw invalidFilter(name, "must be a list of texts");
  const known: Iterable<string> | undefined = name === "state" ? states : name === "vendor" ? vendorIds : undefined;
  if (known && ![...known].includes(word)) throw invalidFilter(name, `takes ${[...known].join(", ")}`);
}

function checkBounds(
  name: string,
  value: unknown,
  upper: "before" | "to",
  toNumber: (bound: unknown) => number,
): Bounds | undefined {
  const range = value as Record<string, unknown>;
  const isRange = typeof value === "object" && value !== null && !Array.isArray(value);
  const unknown = isRange && Object.keys(range).find((key) => key !== "from" && key !== upper);
  if (!isRange || unknown) throw invalidFilter(name, `must be a range { from?, ${upper}? }`);
  const read = (key: string, fallback: number) => {
    const bound = range[key] === undefined ? fallback : toNumber(range[key]);
    if (Number.isNaN(bound)) {
      throw invalidFilter(`${name}.${key}`, upper === "to" ? "must be a number" : "must be a Date or ISO 8601");
    }
    return bound;
  };
  const [from, to] = [read("from", Number.NEGATIVE_INFINITY), read(upper, Number.POSITIVE_INFINITY)];
  return Number.isFinite(from) || Number.isFinite(to) ? { from, to } : undefined;
}

/** Other texts would be read as dates too, each platform in its own way: "7" as July 2001. */
function toTime(bound: unknown): number {
  if (bound instanceof Date) return bound.getTime();
  const isIso = typeof bound === "string" && /^(\d{4}|[+-]\d{6})(-\d\d){0,2}([T ]|$)/i.test(bound);
  return isIso ? Date.parse(bound) : Number.NaN;
}

/** The error of a feed that cannot be made. It belongs to no vendor, or to the one that cannot answer. */
export function invalidFilter(parameter: string, problem: string, vendor = "unified"): InvalidRequestError {
  return new InvalidRequestError(`${parameter} ${problem}. Nothing was sent.`, { vendor }, parameter);
}
