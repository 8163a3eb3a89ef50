/** A file of tests that is in no bundle: it says nothing of the other runtimes, and Vitest runs it on Node. */
export interface NeedsNode {
  /** From the root of the tests. */
  readonly file: string;
  /** What stands in it for that reason: without this the entry is outlived. */
  readonly holds: string;
  readonly reason: string;
}

/** An entry whose file is gone, or does not hold what it needs Node for, fails a test. */
export const needNode: readonly NeedsNode[] = [
  {
    file: "test/hostile/fuzz.test.ts",
    holds: 'import { examples } from "./examples.ts";',
    reason: "It reads the spec's examples through Node's resolution of packages, from the disk.",
  },
  {
    file: "test/hostile/hostile.test.ts",
    holds: 'import { createHostileServer, type HostileServer } from "./server.ts";',
    reason: "It starts sockets and threads of Node's that misbehave, and takes a minute.",
  },
  {
    file: "test/hostile/leftovers.test.ts",
    holds: 'import { countResources, type Leftovers, takeStock } from "./leftovers.ts";',
    reason: "It counts what Node itself still holds, against the same server.",
  },
];
