/** Everything that a run of the contract found out, as data. The page and the tests are made from it. */
export interface ContractReport {
  readonly format: 1;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly durationMs: number;
  /** What was covered, on axes of their own: they are never added up. */
  readonly axes: readonly Axis[];
  /** What an oracle found wrong in an exchange that should be right. A run that has any is red. */
  readonly findings: readonly Finding[];
  /** What one oracle sees and another does not, each with its reason. */
  readonly blindSpots: readonly BlindSpot[];
  /** Where the emulator accepts more than the spec allows. */
  readonly leniencies: readonly string[];
  /** What became of the mutants, where they were tried. */
  readonly mutants: readonly Mutant[];
  /** Tests of the contract that failed, by their titles: `failedTestsOf` finds them. A run that has any is red. */
  readonly failedTests?: readonly string[] | undefined;
  /** The exchanges that the rest refers to by `id`, without secrets. */
  readonly exchanges: readonly ReportedExchange[];
}

/** One thing that can be covered in many ways: statuses, parameters, union branches. */
export interface Axis {
  /** Such as `enum-values`. */
  readonly id: string;
  readonly title: string;
  /** What a point of it is, in a sentence. */
  readonly means: string;
  readonly points: readonly Point[];
}

/** One of the things that an axis counts. */
export interface Point {
  /** Such as `cargo listChats query triggerType=draft`. */
  readonly name: string;
  readonly vendor: string;
  readonly operation: string;
  /** Exchanges that cover it: all of their number, and the first few by `id`. */
  readonly count: number;
  readonly exchanges: readonly string[];
  /** Why it cannot be covered. A reason for a point that is covered is outlived, and makes the run red. */
  readonly reason?: string | undefined;
}

/** What an oracle found wrong. */
export interface Finding {
  readonly oracle: "prism" | "schema" | "law" | "wire";
  readonly exchange: string;
  readonly message: string;
}

/** A fault that was seeded, and which oracles saw it. */
export interface BlindSpot {
  readonly fault: string;
  readonly seenBy: readonly Finding["oracle"][];
  readonly missedBy: readonly Finding["oracle"][];
  readonly reason: string;
}

/** A mistake that was made on purpose, and what became of it. */
export interface Mutant {
  readonly of: "spec" | "client" | "emulator" | "harness";
  readonly operator: string;
  /** Where it was made. */
  readonly place: string;
  readonly verdict: "killed" | "survived" | "void" | "equivalent";
  /** The test that killed it, or the reason why none could. */
  readonly by: string;
}

/** A request and its answer. */
export interface ReportedExchange {
  readonly id: string;
  /** Which server answered: Prism's mock, Prism in front of the emulator, the emulator, a recording. */
  readonly server: "mock" | "proxy" | "emulator" | "recording";
  readonly vendor: string;
  readonly operation: string | undefined;
  readonly request: ReportedMessage & { readonly method: string; readonly target: string };
  readonly response: ReportedMessage & { readonly status: number };
}

interface ReportedMessage {
  readonly headers: Readonly<Record<string, string>>;
  /** Cut after some thousand characters. */
  readonly body: string;
}
