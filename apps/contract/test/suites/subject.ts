import type { Case } from "../../src/case.ts";
import type { Session } from "../../src/session.ts";
import type { SpecOperation } from "../../src/specs.ts";

/** What a suite is about: an operation, how the client calls it, and the session once it is there. */
export interface Subject {
  readonly operation: SpecOperation;
  readonly sample: Case;
  /** The session of the operation's spec; there is one while tests run, not while they are collected. */
  readonly session: () => Session;
}
