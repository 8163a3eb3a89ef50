import type { Emulator } from "@agent-chats/emulator";
import { findListing } from "../emulated.ts";
import type { SpecOperation } from "../specs.ts";
import type { Values } from "./request-case.ts";

/** Values of the required parameters of an operation that the emulator knows. */
export function knownValuesOf(emulator: Emulator, operation: SpecOperation): Values {
  return operation.pagination ? findListing(emulator, operation).always : {};
}
