import type { Mutation } from "./mutation.ts";

const of = (...names: readonly string[]) => names.map((name) => `apps/contract/test/${name}.test.ts`);

/**
 * Files of tests that can notice mistakes, by what the mistakes are in, in the order in which they run: what ends soonest
 * comes first. Files that start processes of their own read sources from the disk, and would not see a mutant. The tests
 * beside the client's and the emulator's own code are not asked: it is the contract that is put to the test.
 */
export const suites: { readonly [Kind in Mutation["of"]]: readonly string[] } = {
  spec: [
    ...of("positions", "rules", "drift", "emulator"),
    ...["documented", "examples"].map((name) => `spec/test/${name}.test.ts`),
    ...of("contract", "unified", "recordings", "laws"),
  ],
  client: of("emulator", "positions", "drift", "contract", "unified", "recordings", "laws", "simulation"),
  emulator: of("emulator", "drift", "laws", "unified", "contract", "recordings", "simulation"),
  harness: [
    ...of("complaints", "coverage", "failure", "positions", "rules", "stop-process", "prism", "blind-spots"),
    "apps/contract/src/report/failed-tests.test.ts",
    "apps/contract/src/suite.test.ts",
    ...of("contract", "recordings", "laws"),
  ],
};
