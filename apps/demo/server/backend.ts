import type { Emulator } from "@agent-chats/emulator";
import type { VendorId } from "@agent-chats/schema";
import type { DemoInfo } from "./info.ts";
import type { UpstreamLimits } from "./upstream.ts";
import { vendors } from "./vendors.ts";

/** Where the chats come from, and what is needed to ask there. */
export interface Backend {
  readonly info: DemoInfo;
  fetch(request: Request): Promise<Response>;
  /** Root of a vendor's API, without a slash at its end. */
  baseUrlOf(vendor: string): string;
  /** Never leaves the server. */
  tokenOf(vendor: string): string;
  /** Limits of an answer, where they are not the usual ones. */
  readonly limits?: UpstreamLimits;
  /** The emulator behind it, where there is one: its dials can be set. */
  readonly emulator?: DemoEmulator;
}

/** What the demo needs of an emulator. */
export type DemoEmulator = Pick<Emulator, "fetch" | "state" | "token" | "dials" | "faults" | "reset">;

/** The emulator as a backend. No request leaves the process. */
export function createEmulatorBackend(emulator: DemoEmulator): Backend {
  return {
    info: {
      backend: "emulator",
      vendors: Object.values(vendors).map(({ id, title }): { id: VendorId; title: string } => ({ id, title })),
      cotool: { agents: emulator.state.cotool.agents.map(({ agentId, name }) => ({ id: agentId, name })) },
    },
    fetch: (request) => emulator.fetch(request),
    baseUrlOf: (vendor) => `http://emulator.invalid/${vendor}`,
    tokenOf: () => emulator.token,
    emulator,
  };
}
