import { secrets } from "../../../../packages/client/test/hostile/secrets.ts";

/** What a client is made for: one hostile server, and how it is told to behave. */
export interface Situation {
  /** Root of the API; the case stands in its path, but for clients that have a port to themselves. */
  readonly baseUrl: string;
  /** Milliseconds that an answer may take; where a client has a timeout, it gets this one. */
  readonly timeoutMs: number;
  /** Gives the token; where a client takes a function for it, it gets this one. */
  readonly token: () => string | Promise<string>;
  readonly signal: AbortSignal;
}

/** A client that is put before the hostile server. */
export interface Rival {
  readonly name: string;
  /** What is measured, in a few words. */
  readonly does: string;
  /** Whether it takes no path as the root of an API, so that each case needs a port. */
  readonly ownPort?: boolean;
  /** Whether it takes no signal, so that a caller cannot abort. */
  readonly ignoresSignal?: boolean;
  /** Whether it takes a function for the token. */
  readonly takesFunction?: boolean;
  /** Answers in which nothing is wrong, in the shape that it expects. */
  readonly valid: { readonly list: unknown; readonly create: unknown };
  /** Lists two things, as its documentation shows it. Gives what an application would get. */
  list(situation: Situation): Promise<unknown>;
  create(situation: Situation): Promise<unknown>;
  /** Whether an error is of a class of its own, by which an application can tell it. */
  isOwnError(error: unknown): boolean;
}

/** What every request carries beside the token. */
export const plantedHeaders = { "x-planted": secrets.headerValue };
/** What is looked for, and what something new is called. */
export const plantedText = secrets.queryValue;

/** The chats of an answer as Cargo gives it, for clients that know nothing of a vendor. */
export const cargoAnswers = {
  list: { chats: [{ uuid: "1" }, { uuid: "2" }] },
  create: { chat: { uuid: "1" } },
};

/** The member of an answer, as a program reads it that trusts the answer. */
export function memberOf(answer: unknown, member: string): unknown {
  return (answer as Record<string, unknown> | undefined)?.[member];
}
