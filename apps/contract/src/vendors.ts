import type { Vendor, VendorId } from "@agent-chats/schema";
import { vendor as cargo } from "@agent-chats/schema/cargo";
import { vendor as cotool } from "@agent-chats/schema/cotool";
import { vendor as invent } from "@agent-chats/schema/invent";

/** The generated operation table of every vendor. A vendor without an entry does not compile. */
export const vendors: { readonly [V in VendorId]: Vendor } = { cargo, cotool, invent };
