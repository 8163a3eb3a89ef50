import { fileURLToPath } from "node:url";

/** The package whose walk is put to the test. */
export const clientRoot = fileURLToPath(new URL("../../../../packages/client/", import.meta.url));

/** What a process of its own is to run. */
export interface Assignment {
  /** The module to run with another text, by its absolute path; empty for none. */
  readonly file: string;
  readonly text: string;
  /** Tests to run, by the beginning of their path. */
  readonly tests: readonly string[];
  /** Full names of the tests that are left out. */
  readonly excluded: readonly string[];
  /** Failures after which it ends; 0 for never. */
  readonly bail: number;
}

/** What the tests said; `time` where they did not end. */
export type Outcome = Failures | "time";

interface Failures {
  /** Full names of the tests that failed, and names of test files that could not be loaded. */
  readonly failed: readonly string[];
  /** Errors outside of any test. */
  readonly errors: readonly string[];
}
