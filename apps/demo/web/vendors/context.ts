import type { DemoInfo } from "../../server/info.ts";

/** What a vendor's view is made from. */
export interface ViewContext {
  readonly info: DemoInfo;
  /** Root of the vendor's API on the demo's server, which adds the real token. */
  readonly baseUrl: string;
  /** Stands in for the token: the browser never has the real one. */
  readonly token: string;
}
