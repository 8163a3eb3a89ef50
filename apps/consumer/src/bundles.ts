import { vendor as cargo } from "@agent-chats/schema/cargo";
import { vendor as cotool } from "@agent-chats/schema/cotool";
import { vendor as invent } from "@agent-chats/schema/invent";

/** What is bundled. */
export interface Bundle {
  readonly name: string;
  readonly code: string;
  /** What must be in the bundle. */
  readonly has: readonly string[];
  /** What must not: it belongs to something that is not used. */
  readonly lacks: readonly string[];
}

const hosts = { cargo: cargo.baseUrl, cotool: cotool.baseUrl, invent: invent.baseUrl };
/** Text that only a drift watch has, and text that only JSON Schemas have. */
const drift = "no-longer-seen";
const schemas = "https://json-schema.org/";

const only = (vendor: keyof typeof hosts, create: string): Bundle => ({
  name: `${vendor} alone`,
  code: `export { ${create} } from "@agent-chats/client/${vendor}";`,
  has: [hosts[vendor]],
  lacks: [...Object.values(hosts).filter((host) => host !== hosts[vendor]), drift, schemas],
});

/** What somebody uses, and what of the rest must be shaken off. */
export const bundles: readonly Bundle[] = [
  only("cargo", "createCargo"),
  only("cotool", "createCotool"),
  only("invent", "createInvent"),
  {
    name: "errors alone",
    code: 'export { isAgentChatsError } from "@agent-chats/client";',
    has: [],
    lacks: [...Object.values(hosts), drift, schemas],
  },
  {
    name: "cargo with drift",
    code: `export { createCargo } from "@agent-chats/client/cargo";
export { createDrift } from "@agent-chats/client/drift";
export { vendor } from "@agent-chats/schema/cargo";
export { jsonSchemas } from "@agent-chats/schema/cargo/json-schemas";`,
    has: [hosts.cargo, drift, schemas],
    lacks: [hosts.cotool, hosts.invent],
  },
];

/** What is wrong with a bundle, in words. */
export function findBundleFaults({ has, lacks }: Bundle, text: string): string[] {
  return [
    ...has.filter((part) => !text.includes(part)).map((part) => `${part} is not in it`),
    ...lacks.filter((part) => text.includes(part)).map((part) => `${part} is in it, and nothing uses it`),
  ];
}
