import type { Mutation } from "./mutation.ts";

const of = (...names: readonly string[]) => names.map((name) => `apps/contract/test/${name}.test.ts`);

/** Tests of how Prism is started and stopped: with one that is borrowed they say nothing. */
export const startsItsOwn: readonly string[] = of("stop-process", "prism", "prism-output");

/**
 * Files of tests that can notice mistakes, by what the mistakes are in, in the order in which they run: what ends soonest
 * comes first. Files that start processes of their own read sources from the disk, and would not see a mutant. The tests
 * beside the client's and the emulator's own code are not asked: it is the contract that is put to the test.
 */
export const suites: { readonly [Kind in Mutation["of"]]: readonly string[] } = {
  spec: [
    ...of("tags", "promised", "known-values", "positions", "rules", "drift", "emulator", "emulator-rules"),
    ...["documented", "examples"].map((name) => `spec/test/${name}.test.ts`),
    ...of("contract", "unified", "recordings", "laws"),
  ],
  client: of("emulator", "positions", "drift", "contract", "unified", "recordings", "laws", "simulation"),
  emulator: of("emulator", "emulator-rules", "drift", "laws", "unified", "contract", "recordings", "simulation"),
  harness: [
    ...of(
      "complaints",
      "printed",
      "coverage",
      "points",
      "examination",
      "session",
      "failure",
      "positions",
      "rules",
      "blind-spots",
    ),
    ...startsItsOwn,
    "apps/contract/src/report/failed-tests.test.ts",
    "apps/contract/src/suite.test.ts",
    ...of("contract", "recordings", "laws"),
  ],
};
