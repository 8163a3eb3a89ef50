import type { SpecOperation } from "../specs.ts";
import type { SetAnswer } from "../upstream.ts";

/** A request as it is put on the wire. */
export interface RawRequest {
  readonly method: string;
  /** Path and query, from the root of the API. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** The oracles that judge exchanges. */
export type Oracle = "prism" | "schema";

/** A fault that is put into an exchange which has none, and the oracles that see it. */
export interface SeededFault {
  readonly fault: string;
  readonly operation: SpecOperation["id"];
  readonly request?: (request: RawRequest) => RawRequest;
  readonly answer?: (answer: SetAnswer) => SetAnswer;
  readonly seenBy: readonly Oracle[];
  /** Why the others do not see it; empty where all do. */
  readonly reason: string;
}
