import { fileURLToPath } from "node:url";

/** Root of the repository. */
export const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** What a process of its own is to run. */
export interface Assignment {
  /** Modules to run with another text, by their absolute path. */
  readonly modules: Readonly<Record<string, string>>;
  /** Files of tests in the order in which they run, from the root of the repository. */
  readonly tests: readonly string[];
  /** Full names of tests that are left out. */
  readonly excluded: readonly string[];
  /** Full names of the only tests to run; all where there are none. */
  readonly only: readonly string[];
  /** Failures after which it ends; 0 for never. */
  readonly bail: number;
}

/** What the tests said. */
export interface Outcome {
  readonly failures: readonly Failure[];
  /** How many tests passed. */
  readonly passed: number;
}

/** A test that failed, or a file of tests that could not be loaded. */
export interface Failure {
  /** File and titles, as a person reads them. */
  readonly test: string;
  /** The name as the runner matches it; empty for a file. */
  readonly fullName: string;
  /** Its file, from the root of the repository; empty where it is of none. */
  readonly file: string;
  readonly message: string;
}
