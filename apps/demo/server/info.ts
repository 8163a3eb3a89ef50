import type { VendorId } from "@agent-chats/schema";

/** What the page asks for first, at `/api/demo`. Holds nothing secret. */
export interface DemoInfo {
  /** Where the chats come from: made up, or of the vendors themselves. */
  readonly backend: "emulator" | "vendors";
  /** The vendors whose chats can be listed. */
  readonly vendors: readonly { readonly id: VendorId; readonly title: string }[];
  readonly cotool: {
    /** Cotool lists the chats of one agent and has no route that lists the agents. */
    readonly agents: readonly { readonly id: string; readonly name: string }[];
  };
  /** The vendors that cannot be shown, and the environment variable in which their token was looked for. */
  readonly missing?: readonly { readonly title: string; readonly variable: string }[];
}
