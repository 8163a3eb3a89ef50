/** How a test went; or that a suite has a broken hook, or that a file does not load. */
export interface Outcome {
  /** Path of its file, from the root of the tests. */
  readonly file: string;
  readonly kind: "file" | "suite" | "test";
  /** Its suites and its name, joined by ` > `; empty for a file. */
  readonly title: string;
  readonly state: "passed" | "failed" | "skipped";
  /** Why it failed, each with the difference where there is one. */
  readonly messages: readonly string[];
}

/** What a runtime has to say of all tests. */
export interface Report {
  readonly outcomes: readonly Outcome[];
  /** Errors and rejections that nobody caught. */
  readonly uncaught: readonly string[];
}

/** Stands before the report in the output of a script, which may hold what tests print. */
export const reportMark = "\u0001report:";
