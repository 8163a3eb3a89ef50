import type { Vendor } from "@agent-chats/schema";
import { longestMs, type TimeoutOptions, type TimeoutSettings, timeoutDefaults } from "./deadline.ts";
import { refused } from "./errors.ts";
import type { Observe } from "./observe.ts";
import { type RetryOptions, type RetrySettings, retryDefaults } from "./retry.ts";
import { checkToken, type Token } from "./token.ts";

/** What a vendor's client is made from. */
export interface ClientOptions {
  /** Bearer token of the vendor. */
  token: Token;
  /** Root of the API: an absolute http or https URL; https for the vendor's own host. Default: the vendor's own. */
  baseUrl?: string | undefined;
  /**
   * Sends a request. Default: the global `fetch`, looked up at each request. It has to pass on the request as it is, with
   * its signal and `redirect: "manual"`.
   */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Headers for every request. Those that the client sets itself (accept, authorization, content-type) stay. */
  headers?: Record<string, string> | undefined;
  /** How long a call may take: 30 s an attempt and 120 s in total, unless said otherwise. Covers the body. */
  timeout?: TimeoutOptions | undefined;
  /** When a request that failed is sent again: see `RetryOptions` for the defaults. `false`: never. */
  retry?: RetryOptions | false | undefined;
  /** Most bytes of an answer's body, decompressed. Default: 67,108,864 (64 MiB). */
  maxBodyBytes?: number | undefined;
  /** Hears of requests, responses, retries, answers, errors and pages. Default: nobody does. */
  observe?: Observe | undefined;
}

/** The options of a client, complete and checked. */
export interface CheckedClientOptions {
  readonly token: Token;
  /** The headers given, by lower-case name. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly timeout: TimeoutSettings;
  readonly retry: RetrySettings;
  readonly maxBodyBytes: number;
}

const defaultMaxBodyBytes = 64 * 1024 * 1024;

/** Finds what would fail at each request when the client is made, where its author sees it. */
export function checkClientOptions(vendor: Vendor, options: ClientOptions): CheckedClientOptions {
  const { token, timeout, retry, maxBodyBytes } = options ?? {};
  if (typeof token !== "function") checkToken(vendor, token);
  for (const name of ["fetch", "observe"] as const) {
    const given: unknown = options[name];
    if (given !== undefined && typeof given !== "function") throw refused(vendor, name, `${name} must be a function`);
  }
  const complete = retry === false ? { ...retryDefaults, retries: 0 } : fill(vendor, "retry", retryDefaults, retry);
  return {
    token,
    headers: [...toHeaders(vendor, options.headers)],
    timeout: fill(vendor, "timeout", timeoutDefaults, timeout, 1),
    retry: complete,
    ...fill(vendor, "", { maxBodyBytes: defaultMaxBodyBytes }, { maxBodyBytes }, 1),
  };
}

/** The root of the API, without slashes at its end. Throws an `InvalidRequestError` for what is no root. */
export function toBaseUrl(vendor: Vendor, baseUrl: string = vendor.baseUrl): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  // Neither of the two has what is refused, even where it is empty.
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== url.origin + url.pathname) {
    const example = `such as ${vendor.baseUrl}`;
    throw refused(vendor, "baseUrl", `baseUrl must be an http or https URL without query, hash and user, ${example}`);
  }
  // With a dot at its end it is the same host.
  const host = url.hostname.replace(/\.$/, "");
  if (url.protocol === "http:" && host === new URL(vendor.baseUrl).hostname) {
    throw refused(vendor, "baseUrl", `baseUrl must be https for ${host}, or everybody on the way can read the token`);
  }
  return url.href.replace(/\/+$/, "");
}

function toHeaders(vendor: Vendor, headers: Record<string, string> | undefined): Headers {
  try {
    // Not every platform's Headers refuse what is beyond Latin-1, and none what is missing.
    if (Object.values(headers ?? {}).every((value) => !/[^\0-\xff]/.test(value ?? "€"))) return new Headers(headers);
  } catch {
    // As good as a value that is.
  }
  throw refused(vendor, "headers", "headers hold a name or a value that HTTP cannot carry");
}

/** Fills in what is not given. Throws an `InvalidRequestError` that names what is no number in its range. */
function fill<Name extends string>(
  vendor: Vendor,
  option: string,
  defaults: Record<Name, number>,
  given: { [Key in Name]?: number | undefined } = {},
  least = 0,
): Record<Name, number> {
  const names = Object.keys(defaults) as Name[];
  const nameOf = (name: string) => (option ? `${option}.${name}` : name);
  const unknown = Object.keys(given ?? {}).find((name) => !Object.hasOwn(defaults, name));
  if (typeof given !== "object" || given === null || unknown !== undefined) {
    const problem = unknown === undefined ? `${option} must be an object` : `there is no ${nameOf(unknown)}`;
    throw refused(vendor, option, `${problem}; it has ${names.join(", ")}`);
  }
  const filled = names.map((name) => [name, given[name] ?? defaults[name]] as const);
  const isTime = (name: string) => name.endsWith("Ms");
  const isTooLong = (ms: number) => ms > longestMs && ms < Number.POSITIVE_INFINITY;
  const wrong = filled.find(
    ([name, value]) => typeof value !== "number" || !(value >= least) || (isTime(name) && isTooLong(value)),
  );
  if (wrong) {
    const name = nameOf(wrong[0]);
    const range = `a number from ${least}${isTime(name) ? ` to ${longestMs}, or Infinity` : ""}`;
    throw refused(vendor, name, `${name} must be ${range}, not ${String(wrong[1])}`);
  }
  return Object.fromEntries(filled) as Record<Name, number>;
}
