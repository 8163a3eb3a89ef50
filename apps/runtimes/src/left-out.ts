/** A test, or a file of tests, that a runtime cannot pass for a reason that is not the client's. It is run all the same. */
export interface LeftOut {
  /** The file, from the root of the tests. */
  readonly file: string;
  /** The name of a test, without its suites; else the whole file. */
  readonly test?: string;
  /** What its failure says, by the name of the runtime: one that says something else counts as a failure. */
  readonly shows: Readonly<Record<string, string>>;
  /** It passes now and then, by chance: then it counts as passed. */
  readonly isChance?: boolean;
  readonly reason: string;
}

/** An entry whose tests pass, or that no test belongs to, fails the run. */
export const leftOut: readonly LeftOut[] = [
  {
    file: "test/architecture.test.ts",
    shows: { deno: "Requires read access", workerd: "no such file", chromium: "has no node:url" },
    reason: "It reads the client's sources. Deno is given no permission, workerd and a browser have no disk.",
  },
  {
    file: "src/drift/documentation.test.ts",
    shows: { deno: "Requires read access", workerd: "no such file", chromium: "has no node:fs" },
    reason: "It reads the documentation from the disk.",
  },
  {
    file: "test/unified-tables.test.ts",
    shows: { deno: "Requires read access", workerd: "no such file", chromium: "has no node:fs" },
    reason: "It reads the documentation from the disk.",
  },
  {
    file: "src/api.test.ts",
    test: "holds no token, no query value and nothing of the body where it is printed",
    shows: { chromium: "has no node:util" },
    reason: "It prints with util.inspect.",
  },
  ...[
    "keeps nothing else of what was thrown: requests, headers and configurations are often in it",
    "has no secret in any text, however deep",
  ].map((test) => ({
    file: "src/cause.test.ts",
    test,
    shows: { chromium: "has no node:util" },
    reason: "It prints with util.inspect.",
  })),
  ...["head", "body", "next attempt"].map((awaited) => ({
    file: "src/transport-time.test.ts",
    test: `ends a call that waits for the ${awaited}, at once, with its own reason`,
    shows: { workerd: "to have a length of 1", chromium: "has no node:events" },
    reason: "It counts listeners with events.getEventListeners, which sees none in workerd.",
  })),
  {
    file: "src/transport-time.test.ts",
    test: "is left alone by calls that succeed or fail",
    shows: { chromium: "has no node:events" },
    reason: "It counts listeners with events.getEventListeners.",
  },
  {
    file: "src/pagination/reader.test.ts",
    test: "keeps no listener of a request that has ended: answered, failed, dropped or aborted",
    shows: { workerd: "to be 3", chromium: "has no node:events" },
    reason: "It counts listeners with events.getEventListeners, which sees none in workerd.",
  },
  {
    file: "src/pagination/reader.test.ts",
    test: "is heard of by nobody where nobody waits for it",
    shows: { chromium: "process is not defined" },
    reason: "It hears of unhandled rejections through process.on.",
  },
  ...[
    "aborts with the signal's own reason, and leaves no listener on it",
    "leaves no listener on the signal at its end, nor where it is left",
  ].map((test) => ({
    file: "src/pagination/walk-ahead.test.ts",
    test,
    shows: { chromium: "has no node:events" },
    reason: "It counts listeners with events.getEventListeners.",
  })),
  ...["stops its clock at the end of the walk", "tells the time since the walk began while it is under way"].map(
    (test) => ({
      file: "src/pagination/walk.test.ts",
      test,
      shows: { workerd: "to be greater than 0" },
      isChance: true,
      reason: "workerd's clock moves only when something comes from outside, or a timer ends.",
    }),
  ),
];
