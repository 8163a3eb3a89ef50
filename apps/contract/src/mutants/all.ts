import { clientMutations } from "./client-mutations.ts";
import { emulatorMutations } from "./emulator-mutations.ts";
import { harnessMutations } from "./harness-mutations.ts";
import type { Mutation } from "./mutation.ts";
import { specMutations } from "./spec-mutations.ts";

/** Places at which an operator changes a spec, at the most. */
const mostPlaces = 4;

/** All mutations that a whole run tries. */
export function allMutations(places = mostPlaces): readonly Mutation[] {
  return [...specMutations(places), ...clientMutations, ...emulatorMutations, ...harnessMutations];
}
