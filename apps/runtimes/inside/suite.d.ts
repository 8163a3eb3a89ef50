declare module "virtual:suite" {
  import type { SerializedConfig } from "vitest";

  /** What Vitest gives to its own workers. */
  export const config: SerializedConfig;
  /** Loads a test file, by its path from the root of the tests. */
  export const files: Readonly<Record<string, () => Promise<unknown>>>;
}
