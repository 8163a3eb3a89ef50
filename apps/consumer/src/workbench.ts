import { toolFile } from "../tools/load.ts";
import type { Packed } from "./pack.ts";

/** What the steps work with. */
export interface Workbench {
  /** A folder outside of this workspace. */
  readonly folder: string;
  readonly packages: readonly Packed[];
  readonly registryUrl: string;
}

/** The oldest Node that the packages promise to run on. */
export const node20 = toolFile("node-20/bin/node");

/** Bun, as a runtime and as a package manager. */
export const bun = toolFile("@oven/bun-linux-x64/bin/bun");
