/** What the exit codes of `pnpm contract` say. */
export const exitCodes = {
  /** All is as the spec says. */
  clean: 0,
  /** Something is not: a test failed, an answer differs from the spec, or a call failed. */
  broken: 1,
  /** The command line was not understood, or the file that it names cannot be read. */
  usage: 2,
  /** Nothing was done: there was nobody to ask, or nothing to compare. */
  nothing: 3,
} as const;
