import { readFileSync } from "node:fs";
import { type Mutation, nameOf } from "./mutation.ts";

/** Why no test notices a mutation: whatever comes in, what the contract promises comes out. */
interface Reason extends Pick<Mutation, "of" | "operator" | "place"> {
  /** A sentence. */
  readonly reason: string;
}

/** The written reasons. */
export const reasons: readonly Reason[] = JSON.parse(readFileSync(new URL("reasons.json", import.meta.url), "utf8"));

/** The reason of a mutation; `undefined` where nobody gave one. */
export function reasonFor(mutation: Pick<Mutation, "of" | "operator" | "place">): string | undefined {
  return reasons.find((reason) => nameOf(reason) === nameOf(mutation))?.reason;
}
