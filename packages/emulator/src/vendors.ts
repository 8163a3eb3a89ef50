import type { VendorId } from "@agent-chats/schema";
import { cargo } from "./cargo/emulation.ts";
import { cotool } from "./cotool/emulation.ts";
import { invent } from "./invent/emulation.ts";

/** Every vendor that is emulated. A new vendor is one line here and one folder beside. */
export const vendors = { cargo, cotool, invent } satisfies { [V in VendorId]: object };

/** The data of each vendor. */
export type EmulatorState = {
  readonly [V in VendorId]: ReturnType<(typeof vendors)[V]["createState"]>;
};
