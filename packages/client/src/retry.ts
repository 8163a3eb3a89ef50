import type { AnyAgentChatsError } from "./errors.ts";

/** When a request that failed is sent again. */
export interface RetryOptions {
  /** How often a request is sent again at most. Default: 3. */
  retries?: number | undefined;
  /** Milliseconds before it is sent again for the first time, at most; they double each time. Default: 500. */
  minDelayMs?: number | undefined;
  /** Milliseconds before it is sent again at most, where the vendor asks for no more. Default: 8,000. */
  maxDelayMs?: number | undefined;
  /**
   * Milliseconds that the vendor may ask for in `Retry-After`. Where it asks for more, the call fails at once, and the
   * error says how long. Default: 60,000.
   */
  maxRetryAfterMs?: number | undefined;
  /**
   * Retries that a client can make before calls have to succeed again; each call that does gives one back. So a vendor
   * that is down is not asked again and again by every call. Default: 100.
   */
  budget?: number | undefined;
}

/** `RetryOptions`, complete. */
export type RetrySettings = Readonly<Record<keyof RetryOptions, number>>;

/** The defaults of `RetryOptions`. */
export const retryDefaults: RetrySettings = {
  retries: 3,
  minDelayMs: 500,
  maxDelayMs: 8_000,
  maxRetryAfterMs: 60_000,
  budget: 100,
};

/** Decides about the failures of one client's requests. */
export interface RetryPolicy {
  /**
   * Milliseconds to wait before a request is sent again after its n-th failure; `undefined` where it is not, as when no
   * more than that is left. Takes from the budget.
   */
  delayAfter(error: AnyAgentChatsError, failures: number, leftMs: number): number | undefined;
  /** A call has succeeded. */
  refund(): void;
}

const retryableStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** Whether a request may be sent again after a status. One that writes only where the vendor says that it did nothing. */
export function isRetryableStatus(method: string, status: number): boolean {
  return method === "GET" ? retryableStatuses.has(status) : status === 429;
}

/** Makes the policy of a client. */
export function createRetryPolicy(options: RetrySettings): RetryPolicy {
  let left = options.budget;
  return {
    delayAfter(error, failures, leftMs) {
      const isCovered = isRepeatable(error) && failures <= options.retries && left >= 1;
      const asked = error.kind === "http" ? (error.retryAfterMs ?? 0) : 0;
      const longest = Math.min(options.maxDelayMs, options.minDelayMs * 2 ** (failures - 1));
      // At least half of it, so that it is a pause, and the rest at random, so that many clients do not come back at once.
      const delayMs = Math.max(asked, (longest * (1 + Math.random())) / 2);
      if (!isCovered || asked > options.maxRetryAfterMs || delayMs >= leftMs) return undefined;
      left--;
      return delayMs;
    },
    refund() {
      left = Math.min(options.budget, left + 1);
    },
  };
}

/** What the transport repeats by itself: an answer that says so, and a connection that failed or took too long. */
function isRepeatable({ kind, retryable }: AnyAgentChatsError): boolean {
  return retryable && (kind === "http" || kind === "connection" || kind === "timeout");
}

/**
 * Milliseconds that a `Retry-After` asks for, by RFC 9110: seconds, or a date, by the clock of the response where it tells
 * one. A date gone by, and anything else, says nothing.
 */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = String(headers.get("retry-after"));
  const now = () => toDate(String(headers.get("date"))) || Date.now();
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : toDate(value) - now();
  return Number.isSafeInteger(ms) && ms >= 0 ? ms : undefined;
}

/** An HTTP date, in UTC even in the form that does not say so; what `Date.parse` takes for one beyond that is none. */
function toDate(value: string): number {
  const date = value.replace(/ GMT$|$/, " GMT");
  return /^[A-Z][a-z]+,? .+:\d\d( \d{4})? GMT$/.test(date) ? Date.parse(date) : Number.NaN;
}

/** What to say where a vendor asks for more time than is given to it. */
export function describeWait(retryAfterMs: number): string {
  const seconds = Math.ceil(retryAfterMs / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`;
}
