import type { VendorId } from "@agent-chats/schema";
import type { Cases } from "./case.ts";
import { cargo } from "./cases/cargo.ts";
import { cotool } from "./cases/cotool.ts";
import { invent } from "./cases/invent.ts";

/** The cases of every vendor. A vendor without an entry does not compile. */
export const cases: Readonly<Record<VendorId, Cases>> = { cargo, cotool, invent } satisfies { [V in VendorId]: Cases };
