import type { VendorId } from "@agent-chats/schema";
import type { DemoInfo } from "../../server/info.ts";
import { watchPage } from "../inspector/inspector-state.ts";
import type { Watch } from "../inspector/watch.ts";

/** What a vendor's client is made from. */
export interface VendorOptions extends Watch {
  /** Root of the vendor's API on the demo's server, which adds the real token. */
  readonly baseUrl: string;
  /** Stands in for the token: the browser never has the real one. */
  readonly token: string;
}

/** What a vendor's view is made from. */
export interface ViewContext extends VendorOptions {
  readonly info: DemoInfo;
}

/** How a vendor is reached through the demo's server. */
export function optionsOf(origin: string, vendor: VendorId): VendorOptions {
  return { token: "held-by-the-server", baseUrl: `${origin}/api/${vendor}`, ...watchPage() };
}
