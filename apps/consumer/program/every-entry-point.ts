// What a stranger writes: every entry point of the three packages, against the emulator. Compiled and run outside of the
// workspace by `pnpm consumer`, with nothing but what a package manager has installed.
import { type AnyAgentChatsError, isAgentChatsError } from "@agent-chats/client";
import { type Chat, createCargo } from "@agent-chats/client/cargo";
import { createCotool } from "@agent-chats/client/cotool";
import { createDrift, formatDriftReport } from "@agent-chats/client/drift";
import { createInvent } from "@agent-chats/client/invent";
import { createUnified, type UnifiedChat } from "@agent-chats/client/unified";
import { createEmulator } from "@agent-chats/emulator";
import { type VendorId, vendorIds } from "@agent-chats/schema";
import { vendor as cargoVendor } from "@agent-chats/schema/cargo";
import { jsonSchemas as cargoSchemas } from "@agent-chats/schema/cargo/json-schemas";
import { vendor as cotoolVendor } from "@agent-chats/schema/cotool";
import { jsonSchemas as cotoolSchemas } from "@agent-chats/schema/cotool/json-schemas";
import { vendor as inventVendor } from "@agent-chats/schema/invent";
import { jsonSchemas as inventSchemas } from "@agent-chats/schema/invent/json-schemas";

const emulator = createEmulator({ chats: 40 });
const options = { token: emulator.token, fetch: emulator.fetch };
const agentId = emulator.state.cotool.agents[0]?.agentId ?? "";
const drift = createDrift(cargoVendor, cargoSchemas);
const cargo = createCargo({ ...options, observe: drift.observe });
const cotool = createCotool(options);
const invent = createInvent(options);

const walk = cargo.chats.list({}, { pageSize: 10 }).walk();
const names: (Chat["name"] | undefined)[] = [];
for await (const chat of walk) names.push(chat.name);

const pages: number[] = [];
for await (const page of invent.chats.list({ org_id: "c" }, { pageSize: 25 }).pages()) pages.push(page.length);

const cotoolCount = await cotool.chats.list({ agentId }).count();
const feed: UnifiedChat[] = [];
const unified = createUnified({ cargo, invent: { client: invent, orgId: "c" } });
for await (const chat of unified.chats()) feed.push(chat);

let refused: AnyAgentChatsError["kind"] | undefined;
try {
  await createCargo({ ...options, token: "another" })
    .chats.list()
    .page();
} catch (error) {
  if (isAgentChatsError(error)) refused = error.kind;
}

// @ts-expect-error a misspelt filter does not compile, with whatever compiler: the types are no `any`.
cargo.chats.list({ messageStatus: ["error"] });

const tables: { [V in VendorId]: readonly [baseUrl: string, schemas: object] } = {
  cargo: [cargoVendor.baseUrl, cargoSchemas],
  cotool: [cotoolVendor.baseUrl, cotoolSchemas],
  invent: [inventVendor.baseUrl, inventSchemas],
};

console.log(`cargo: ${names.length} chats, complete: ${walk.receipt.complete}`);
console.log(`invent: ${pages.reduce((sum, length) => sum + length, 0)} chats in pages`);
console.log(`cotool: ${cotoolCount.kind}`);
console.log(`unified: ${feed.length} chats`);
console.log(`refused: ${refused}`);
console.log(`drift: ${formatDriftReport(drift.report()).length > 0}, ${drift.report().operations.length} operation`);
console.log(`schema: ${vendorIds.filter((id) => tables[id].every(Boolean)).join(", ")}`);
