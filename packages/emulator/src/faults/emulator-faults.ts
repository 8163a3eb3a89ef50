import type { VendorId } from "@agent-chats/schema";
import type { vendors } from "../vendors.ts";
import type { Fault } from "./fault.ts";

type Operations<V extends VendorId> = (typeof vendors)[V]["vendor"]["operations"];

/** The faults that every operation still has before it, by vendor; the next one first. */
export type EmulatorFaults = {
  readonly [V in VendorId]: { -readonly [Name in keyof Operations<V>]: readonly Fault[] };
};

/** The faults to begin with: operations that are left out have none. */
export type InitialFaults = { readonly [V in VendorId]?: Partial<EmulatorFaults[V]> };
