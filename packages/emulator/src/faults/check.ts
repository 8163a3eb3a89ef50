import {
  arrayOf,
  type Check,
  freeze,
  kinds,
  milliseconds,
  oneOf,
  optional,
  type PlainCheck,
  toText,
  whole,
} from "../check.ts";
import type { Fault, FaultKind } from "./fault.ts";

const counted = { times: optional(whole(1)), after: optional(whole(0)) };

const retryAfter: PlainCheck = (path, value) => {
  if (typeof value === "string" && /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(value)) return;
  throw new RangeError(`${path} must be the text of a header, such as "2", not ${toText(value)}`);
};

const faults = arrayOf(
  "faults",
  kinds({
    status: {
      status: whole(400, 599),
      retryAfter: optional(retryAfter),
      body: optional(oneOf("vendor", "empty")),
      ...counted,
    },
    reset: counted,
    hang: counted,
    cut: counted,
    stall: counted,
    truncated: counted,
    html: counted,
    empty: counted,
    slow: { latencyMs: milliseconds, ...counted },
  } satisfies { [Kind in FaultKind]: Readonly<Record<string, Check>> }),
);

/** A copy of the faults that nobody can change. Throws a `RangeError` that says what is wrong, and what is right. */
export function checkFaults(path: string, value: unknown): readonly Fault[] {
  faults(path, value, undefined);
  return freeze(structuredClone(value) as Fault[]);
}
