/** A part of the client that gets mutants, and the tests that are to notice them. */
export interface Part {
  /** Folder below the client; its files, not those below them. */
  readonly folder: string;
  /** Tests by the beginning of their path. */
  readonly tests: readonly string[];
}

/** The parts of the client that get mutants. The vendors' own files only name paths, which the contract holds them to. */
export const parts: readonly Part[] = [
  { folder: "src/pagination", tests: ["src/pagination/"] },
  // Transport, errors, redaction, serialisation: with the walk's tests, which call through them.
  { folder: "src", tests: ["src/"] },
];
