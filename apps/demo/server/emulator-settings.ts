import type { Fault, ListDials } from "@agent-chats/emulator";

/** The dials of an operation that lists, and the faults that it still has before it. */
export interface OperationSettings {
  readonly dials: ListDials;
  readonly faults: readonly Fault[];
}

/** What `/api/emulator` answers: the settings of every operation that lists, by vendor and operation. */
export type EmulatorSettings = Readonly<Record<string, Readonly<Record<string, OperationSettings>>>>;
