import type { VendorId } from "@agent-chats/schema";
import type { Mutant } from "../report/contract-report.ts";

/** What mistakes are made in. */
export const kinds = ["spec", "client", "emulator", "harness"] as const satisfies readonly Mutant["of"][];

/** A mistake that is made on purpose, in memory or in a folder of its own. */
export interface Mutation extends Pick<Mutant, "of" | "operator" | "place"> {
  readonly change: TextChange | SpecChange;
}

/** Other text in one place of a module. */
interface TextChange {
  /** From the root of the repository. */
  readonly file: string;
  /** Text that the module has once. */
  readonly from: string;
  readonly to: string;
}

/** A change of a vendor's OpenAPI document, and so of all that is generated from it. */
export interface SpecChange {
  readonly vendor: VendorId;
  /** Changes a document in place. */
  apply(document: unknown): void;
}

/** The name of a mutation: no two have the same. */
export function nameOf({ of, operator, place }: Pick<Mutant, "of" | "operator" | "place">): string {
  return `${of}: ${operator}: ${place}`;
}

/** Whether a name is a mutation's kind, or a part of its name; a kind is no part of other names. */
export function isNamed(mutation: Pick<Mutant, "of" | "operator" | "place">, name: string): boolean {
  const isKind = kinds.some((kind) => kind === name);
  return isKind ? mutation.of === name : nameOf(mutation).includes(name);
}
