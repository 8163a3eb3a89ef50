import type { AnyUnifiedFilter } from "@agent-chats/client/unified";
import { readRange } from "./check.ts";
import { keyNames, keyOf } from "./keys.ts";
import { type Terms, valuesOf } from "./terms.ts";
import { readMoment, toEnd, toStart } from "./times.ts";

/** What the client is asked for. Ages become instants here, by the time at which the list is asked for. */
export function toFilter(terms: Terms, nowMs: number): AnyUnifiedFilter {
  const filter: Record<string, unknown> = {};
  const not: Record<string, unknown> = {};
  for (const name of keyNames) {
    const key = keyOf(name);
    const [value, ...others] = valuesOf(terms, name);
    const excluded = valuesOf(terms, name, true);
    if (excluded.length > 0) not[name] = excluded;
    if (!key || value === undefined) continue;
    if (key.kind === "words") filter[key.filter] = [value, ...others];
    if (key.kind === "flag") filter[key.filter] = value === "yes";
    if (key.kind === "number") filter[key.filter] = readRange(value);
    const moment = key.kind === "time" ? readMoment(value) : undefined;
    if (moment && key.end) {
      const bound = key.end === "from" ? toStart(moment, nowMs) : toEnd(moment, nowMs);
      filter[key.filter] = { ...(filter[key.filter] as object | undefined), [key.end]: bound };
    }
  }
  const [text] = valuesOf(terms, "text");
  return { ...filter, ...(text !== undefined && { text }), not } as AnyUnifiedFilter;
}
