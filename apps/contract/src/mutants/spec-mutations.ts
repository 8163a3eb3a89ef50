import { readFileSync } from "node:fs";
import { type VendorId, vendorIds } from "@agent-chats/schema";
import { parse } from "yaml";
import { readSpec } from "../specs.ts";
import type { Mutation } from "./mutation.ts";
import { specOperators } from "./spec-operators.ts";
import { type Member, nodeAt, placesIn } from "./spec-places.ts";

/**
 * What goes wrong in the specs: every operator at some of its places in each of them, evenly from all. `most` is how many
 * places at the most.
 */
export function specMutations(most: number): Mutation[] {
  return vendorIds.flatMap((vendor) => {
    const document: unknown = parse(readFileSync(readSpec(vendor).file, "utf8"));
    return Object.keys(specOperators).flatMap((operator) => evenly(mutationsBy(operator, vendor, document), most));
  });
}

function mutationsBy(operator: string, vendor: VendorId, document: unknown): Mutation[] {
  const edit = specOperators[operator];
  return placesIn(document).flatMap((place) =>
    (edit?.(place) ?? []).map(({ what, apply }) => ({
      of: "spec" as const,
      operator,
      place: `${vendor} ${place.pointer || "/"}${what && ` ${what}`}`,
      change: { vendor, apply: (copy: unknown) => apply(nodeAt(copy, place.pointer), copy as Member) },
    })),
  );
}

/** So many of them, evenly: always the same of the same. */
function evenly<Value>(values: readonly Value[], most: number): Value[] {
  const step = Math.max(1, values.length / most);
  return values.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
