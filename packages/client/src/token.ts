import type { Vendor } from "@agent-chats/schema";
import { toCause } from "./cause.ts";
import { type CallSoFar, refused } from "./errors.ts";

/** For what a token is asked. */
export interface TokenRequest {
  /** Whether the vendor has just refused the one given before (401): a new one is wanted, not one from a cache. */
  readonly isRefused: boolean;
}

/**
 * A token, or a function that is asked for one before each request. Where the vendor answers 401, the function is asked
 * once more, unless another call has got a new one meanwhile, and the call is tried once more.
 */
export type Token = string | ((request: TokenRequest) => string | Promise<string>);

/** A token as it was given for an attempt. */
export interface Bearer {
  readonly token: string;
  /** How often the function had given a new one before. */
  readonly renewals: number;
}

/** Gives the token for an attempt: a new one, where that of the attempt before was refused. */
export type TokenSource = (call: CallSoFar, refused: Bearer | undefined, signal: AbortSignal) => Promise<Bearer>;

/** Makes the source of a client's tokens. Calls that are refused at the same time ask for one new token together. */
export function createTokenSource(token: Exclude<Token, string>): TokenSource {
  const ask = async (isRefused: boolean) => token({ isRefused });
  let [renewals, newest] = [0, ""];
  let renewing: Promise<string> | undefined;

  function renew(signal: AbortSignal): Promise<string> {
    const asking = ask(true);
    const forget = () => {
      if (renewing === asking) renewing = undefined;
    };
    asking.then((given) => {
      newest = given;
      renewals++;
      forget();
    }, forget);
    // A function that hangs must not hold up every call to come.
    signal.addEventListener("abort", forget);
    return asking;
  }

  return async (call, refused, signal) => {
    // Another call, whose token was refused before this one's, may have a new one already.
    if (refused && refused.renewals < renewals) return check(call, newest, renewals);
    if (refused) renewing ??= renew(signal);
    const next = renewals + 1;
    return renewing ? check(call, renewing, next) : check(call, ask(false), next - 1);
  };
}

/**
 * Waits for what the caller's own function gives. Its failure must not look like one of the connection, and each call that
 * waits gets an error of its own: a walk writes its cursor into it.
 */
async function check(call: CallSoFar, asking: string | Promise<string>, renewals: number): Promise<Bearer> {
  const { vendor } = call.target;
  const token = await Promise.resolve(asking).catch((thrown: unknown) => {
    const problem = `the function given as token failed${call.attempts > 0 ? "" : "; nothing was sent"}`;
    throw refused(vendor, "token", problem, call, toCause(thrown, []));
  });
  checkToken(vendor, token, call);
  return { token, renewals };
}

/** A header cannot carry control characters, and the platform's own error would print the token. */
export function checkToken(vendor: Vendor, token: unknown, call?: CallSoFar): asserts token is string {
  if (typeof token === "string" && /^[\x21-\x7e]+$/.test(token)) return;
  const problem = typeof token !== "string" || token === "" ? "is missing" : "holds characters that no token has";
  const advice = `pass { token }, for example from ${vendor.tokenVariable}`;
  throw refused(vendor, "token", `the token ${problem}; ${advice}`, call);
}
