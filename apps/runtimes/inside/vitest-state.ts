import { config as given } from "virtual:suite";
import type { SerializedConfig } from "vitest";

/** No snapshot is read or written: a runtime may have no disk. */
const snapshotEnvironment = {
  getVersion: () => "1",
  getHeader: () => "",
  resolvePath: async (path: string) => path,
  resolveRawPath: async (path: string) => path,
  readSnapshotFile: async () => null,
  saveSnapshotFile: () => Promise.reject(new Error("A snapshot would be written.")),
  removeSnapshotFile: () => Promise.reject(new Error("A snapshot would be removed.")),
};

/** Milliseconds for a test: enough for the slowest runtime on a machine that does other things. */
const testTimeout = 30_000;

/** As `vitest.config.ts` has it, but for the time; and a test marked as the only one would hide the others. */
export const config = {
  ...given,
  testTimeout: Math.max(given.testTimeout, testTimeout),
  allowOnly: false,
  snapshotOptions: { ...given.snapshotOptions, snapshotEnvironment },
} as SerializedConfig;

/** What Vitest's own worker sets before it runs tests, as much of it as they read. */
export const state = {
  ctx: { pool: "runtimes" },
  environment: { name: "runtimes" },
  config,
  filepath: "",
  metaEnv: {},
  providedContext: {},
  durations: { environment: 0, prepare: 0, fetch: 0 },
  onCleanup() {},
  rpc: { snapshotSaved: async () => {} },
};

Object.assign(globalThis, { __vitest_worker__: state });
