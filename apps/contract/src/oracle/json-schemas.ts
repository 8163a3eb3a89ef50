import type { JsonSchemas, VendorId } from "@agent-chats/schema";
import { jsonSchemas as cargo } from "@agent-chats/schema/cargo/json-schemas";
import { jsonSchemas as cotool } from "@agent-chats/schema/cotool/json-schemas";
import { jsonSchemas as invent } from "@agent-chats/schema/invent/json-schemas";

/** The generated JSON Schemas of every vendor. A vendor without an entry does not compile. */
export const jsonSchemas: { readonly [V in VendorId]: JsonSchemas } = { cargo, cotool, invent };
