import type { Vendor } from "@agent-chats/schema";
import { InvalidRequestError } from "./errors.ts";

/** A token, or a function that is asked for one before each request. */
export type Token = string | (() => string | Promise<string>);

/** What a vendor's client is made from. */
export interface ClientOptions {
  /** Bearer token of the vendor. */
  token: Token;
  /** Root of the API. Default: the vendor's own. */
  baseUrl?: string | undefined;
  /** Sends a request. Default: the global `fetch`, looked up at each request. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Headers for every request, beside those that the client sets itself. */
  headers?: Record<string, string> | undefined;
}

/** Sends a request and gives its response, whatever the status. */
export type Transport = (request: Request) => Promise<Response>;

/** The transport of a vendor: adds what every request carries, and sends it. */
export function createTransport(vendor: Vendor, options: ClientOptions): Transport {
  if (typeof options.token !== "function") checkToken(vendor, options.token);
  return async (request) => {
    const token = typeof options.token === "function" ? await askForToken(vendor, options.token) : options.token;
    checkToken(vendor, token);
    for (const [name, value] of Object.entries(options.headers ?? {})) request.headers.set(name, value);
    // JSON first, but a gateway's HTML is welcome too: an error page tells more than a 406 about it.
    request.headers.set("accept", "application/json, */*;q=0.5");
    request.headers.set("authorization", `Bearer ${token}`);
    return options.fetch ? options.fetch(request) : globalThis.fetch(request);
  };
}

/** A failure of the caller's own function must not look like one of the connection. */
async function askForToken(vendor: Vendor, token: () => string | Promise<string>): Promise<string> {
  try {
    return await token();
  } catch (cause) {
    const message = `${vendor.title}: the function given as token failed. Nothing was sent.`;
    throw new InvalidRequestError(message, { vendor: vendor.id, cause }, "token");
  }
}

/** A header cannot carry control characters, and the platform's own error would print the token. */
function checkToken(vendor: Vendor, token: unknown): asserts token is string {
  if (typeof token === "string" && /^[\x21-\x7e]+$/.test(token)) return;
  const problem = typeof token !== "string" || token === "" ? "is missing" : "holds characters that no token has";
  throw new InvalidRequestError(
    `${vendor.title}: the token ${problem}. Pass { token }, for example from ${vendor.tokenVariable}.`,
    { vendor: vendor.id },
    "token",
  );
}
