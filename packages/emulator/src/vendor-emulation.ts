import type { JsonSchemas, Operation, Vendor } from "@agent-chats/schema";
import type { Behaviour } from "./dials/behaviour.ts";
import type { Problem } from "./problem.ts";

/** What a vendor's data is made from. */
export interface Origin {
  readonly seed: number;
  /** How many chats the vendor shall have. */
  readonly chats: number;
  /** The newest instant in the generated data, a whole minute. */
  readonly now: Date;
  /** The time at which something happens later, such as the creation of a chat. */
  readonly clock: () => Date;
}

/** A valid request of a known operation. */
export interface Call<State> {
  readonly operation: Operation;
  readonly state: State;
  readonly path: Readonly<Record<string, string>>;
  /** Parameters by name, in their types; those that were not sent are absent. */
  readonly query: Readonly<Record<string, unknown>>;
  /** The JSON body; undefined where the operation takes none. */
  readonly body: unknown;
}

/** A successful answer. */
export interface Reply {
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers a valid request. Throws a `Problem` where the thing asked for does not exist. */
export type Route<State> = (call: Call<State>, behaviour: Behaviour) => Reply;

/** The body of an error that is no JSON. */
interface TextError {
  /** Its media type. */
  readonly type: "text/plain" | "text/html";
  readonly body: string;
}

/** All that is special to a vendor. What is not here is the same for every vendor. */
export interface VendorEmulation<State> {
  readonly vendor: Vendor;
  readonly jsonSchemas: JsonSchemas;
  /** Makes the data. Called at the first use of the vendor, and again after a reset. */
  createState(origin: Origin): State;
  /** How each operation is answered, by its id. */
  readonly routes: Readonly<Record<string, Route<State>>>;
  /** The vendor's own error shape. */
  toErrorBody(problem: Problem): object;
  /** Errors that are no JSON, by status: what stands before the vendor makes them, and knows no shape. */
  readonly textErrors: Readonly<Record<number, TextError>>;
}
