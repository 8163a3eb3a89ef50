import type { Vendor } from "@agent-chats/schema";
import { toCause } from "./cause.ts";
import { refused } from "./errors.ts";

/** For what a token is asked. */
export interface TokenRequest {
  /** Whether the vendor has just refused the one given before (401): a new one is wanted, not one from a cache. */
  readonly isRefused: boolean;
}

/**
 * A token, or a function that is asked for one before each request. Where the vendor answers 401, the function is asked
 * once more, and the call is tried once more.
 */
export type Token = string | ((request: TokenRequest) => string | Promise<string>);

/** Gives the token for a request. */
export interface TokenSource {
  /** Whether there may be another one. */
  readonly canRenew: boolean;
  get(request: TokenRequest): string | Promise<string>;
}

/** Makes the source of a client's tokens. Calls that are refused at the same time ask for one new token together. */
export function createTokenSource(vendor: Vendor, token: Token): TokenSource {
  if (typeof token === "string") return { canRenew: false, get: () => token };
  let renewing: Promise<string> | undefined;
  const ask = async (request: TokenRequest) => {
    const given = await askFor(vendor, token, request);
    checkToken(vendor, given);
    return given;
  };
  return {
    canRenew: true,
    get(request) {
      if (renewing || !request.isRefused) return renewing ?? ask(request);
      renewing = ask(request).finally(() => {
        renewing = undefined;
      });
      return renewing;
    },
  };
}

/** A failure of the caller's own function must not look like one of the connection. */
async function askFor(vendor: Vendor, token: Exclude<Token, string>, request: TokenRequest): Promise<string> {
  try {
    return await token(request);
  } catch (thrown) {
    throw refused(vendor, "token", "the function given as token failed; nothing was sent", toCause(thrown, []));
  }
}

/** A header cannot carry control characters, and the platform's own error would print the token. */
export function checkToken(vendor: Vendor, token: unknown): asserts token is string {
  if (typeof token === "string" && /^[\x21-\x7e]+$/.test(token)) return;
  const problem = typeof token !== "string" || token === "" ? "is missing" : "holds characters that no token has";
  throw refused(vendor, "token", `the token ${problem}; pass { token }, for example from ${vendor.tokenVariable}`);
}
