import type { Report } from "../inside/outcome.ts";
import type { Host } from "./bundle.ts";

/** Something that JavaScript runs on. */
export interface Runtime {
  readonly name: string;
  readonly host: Host;
  /** It is one of those in `binaries/`, which are installed when they are wanted. */
  readonly isInstalled: boolean;
  /** What its version begins with, where its name says one. */
  readonly release?: string;
  /** Its version, as it says itself. */
  version(): Promise<string>;
  /** Runs a bundle for its host. Rejects where no report comes, and when the signal says so. */
  run(bundle: string, signal: AbortSignal): Promise<Report>;
}
