import type { VendorId } from "@agent-chats/schema";

/** What the page asks for first, at `/api/demo`. Holds nothing secret. */
export interface DemoInfo {
  /** Where the chats come from. */
  readonly backend: "emulator";
  readonly vendors: readonly { readonly id: VendorId; readonly title: string }[];
  readonly cotool: {
    /** Cotool lists the chats of one agent and has no route that lists the agents. */
    readonly agents: readonly { readonly id: string; readonly name: string }[];
  };
}
