import type { Vendor } from "@agent-chats/schema";
import { InvalidRequestError } from "./errors.ts";

/** A token, or a function that is asked for one before each request. */
export type Token = string | (() => string | Promise<string>);

/** What a vendor's client is made from. */
export interface ClientOptions {
  /** Bearer token of the vendor. */
  token: Token;
  /** Root of the API: an absolute http or https URL. Default: the vendor's own. */
  baseUrl?: string | undefined;
  /** Sends a request. Default: the global `fetch`, looked up at each request. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Headers for every request. Those that the client sets itself (accept, authorization, content-type) stay. */
  headers?: Record<string, string> | undefined;
}

/** Sends a request and gives its response, whatever the status. */
export type Transport = (request: Request) => Promise<Response>;

/** The transport of a vendor: adds what every request carries, and sends it. */
export function createTransport(vendor: Vendor, options: ClientOptions): Transport {
  const { token, headers } = checkOptions(vendor, options);
  return async (request) => {
    const bearer = typeof token === "function" ? await askForToken(vendor, token) : token;
    checkToken(vendor, bearer);
    for (const [name, value] of headers) {
      if (!request.headers.has(name)) request.headers.set(name, value);
    }
    // JSON first, but a gateway's HTML is welcome too: an error page tells more than a 406 about it.
    request.headers.set("accept", "application/json, */*;q=0.5");
    request.headers.set("authorization", `Bearer ${bearer}`);
    const response = await (options.fetch ? options.fetch(request) : globalThis.fetch(request));
    if (typeof response?.status === "number") return response;
    throw refused(vendor, "fetch", "the function given as fetch gave no Response");
  };
}

/** The root of the API, without slashes at its end. Throws an `InvalidRequestError` for what is no root. */
export function toBaseUrl(vendor: Vendor, baseUrl: string = vendor.baseUrl): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const isRoot = url && /^https?:$/.test(url.protocol) && url.search === "" && url.hash === "" && url.username === "";
  if (!isRoot) {
    const example = `such as ${vendor.baseUrl}`;
    throw refused(vendor, "baseUrl", `baseUrl must be an http or https URL without query, hash and user, ${example}`);
  }
  return url.href.replace(/\/+$/, "");
}

/** Finds what would fail at each request when the client is made, where its author sees it. */
function checkOptions(vendor: Vendor, options: ClientOptions): { token: Token; headers: Headers } {
  const token = options?.token;
  if (typeof token !== "function") checkToken(vendor, token);
  try {
    return { token, headers: new Headers(options.headers) };
  } catch {
    throw refused(vendor, "headers", "headers hold a name or a value that HTTP cannot carry");
  }
}

/** A failure of the caller's own function must not look like one of the connection. */
async function askForToken(vendor: Vendor, token: () => string | Promise<string>): Promise<string> {
  try {
    return await token();
  } catch (cause) {
    throw refused(vendor, "token", "the function given as token failed; nothing was sent", cause);
  }
}

/** A header cannot carry control characters, and the platform's own error would print the token. */
function checkToken(vendor: Vendor, token: unknown): asserts token is string {
  if (typeof token === "string" && /^[\x21-\x7e]+$/.test(token)) return;
  const problem = typeof token !== "string" || token === "" ? "is missing" : "holds characters that no token has";
  throw refused(vendor, "token", `the token ${problem}; pass { token }, for example from ${vendor.tokenVariable}`);
}

function refused(vendor: Vendor, option: string, problem: string, cause?: unknown): InvalidRequestError {
  return new InvalidRequestError(`${vendor.title}: ${problem}.`, { vendor: vendor.id, cause }, option);
}
