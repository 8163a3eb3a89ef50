import type { Answer } from "../behaviour.ts";
import { http, items, type Row } from "../row.ts";
import { credentials } from "../secrets.ts";

/** An error with secrets in its body. */
const failing = (status: number, retryAfter?: string): Answer => ({
  status,
  headers: { "content-type": "application/json", ...(retryAfter !== undefined && { "retry-after": retryAfter }) },
  body: { text: JSON.stringify(credentials) },
});
/** A backoff that is long enough to be told from no wait at all. */
const visible = { retry: { retries: 2, minDelayMs: 400, maxDelayMs: 400 } };
/** Waits as long as a backoff, and then works. */
const backedOff = items(2, [100, 4000]);

/** Statuses that say to wait, to try again, or not to. */
export const statusRows: readonly Row[] = [
  {
    name: "429-seconds",
    does: "answers 429 with Retry-After: 2",
    answers: [failing(429, "2"), {}],
    get: items(2, [1950, 6000]),
  },
  {
    name: "429-date",
    does: "answers 429 with a Retry-After that is a date in 2 seconds",
    answers: [failing(429, "{date +2000}"), {}],
    get: items(2, [900, 6000]),
  },
  {
    name: "429-day",
    does: "answers 429 with Retry-After: 86400",
    answers: [failing(429, "86400")],
    get: http(429, 1, { retryAfterMs: 86_400_000 }),
  },
  {
    name: "429-above-cap",
    does: "answers 429 with Retry-After: 4 to a caller who does not want to wait for more than a second",
    answers: [failing(429, "4"), {}],
    options: { retry: { retries: 2, minDelayMs: 20, maxDelayMs: 40, maxRetryAfterMs: 1000 } },
    get: http(429, 1, { retryAfterMs: 4000 }),
  },
  {
    name: "429-too-late",
    does: "answers 429 with Retry-After: 4 to a call that may not take as long",
    answers: [failing(429, "4"), {}],
    options: { timeout: { attemptMs: 2000, totalMs: 3500 } },
    get: http(429, 1, { retryAfterMs: 4000 }),
  },
  {
    name: "429-past",
    does: "answers 429 with a Retry-After that is a date gone by",
    answers: [failing(429, "{date -60000}"), {}],
    options: visible,
    get: backedOff,
  },
  {
    name: "429-soon",
    does: "answers 429 with Retry-After: soon",
    answers: [failing(429, "soon"), {}],
    options: visible,
    get: backedOff,
  },
  {
    name: "429-negative",
    does: "answers 429 with Retry-After: -5",
    answers: [failing(429, "-5"), {}],
    options: visible,
    get: backedOff,
  },
  {
    name: "429-bare",
    does: "answers 429 without Retry-After",
    answers: [failing(429), {}],
    options: visible,
    get: backedOff,
  },
  {
    name: "429-for-ever",
    does: "answers 429 each time",
    answers: [failing(429)],
    get: http(429, 3, { retryAfterMs: undefined }),
  },
  {
    name: "500-once",
    does: "answers 500, and 200 when asked again",
    answers: [failing(500), {}],
    get: items(2),
    post: http(500),
  },
  {
    name: "500-for-ever",
    does: "answers 500 each time",
    answers: [failing(500)],
    get: http(500, 3, { retryable: true }),
    post: http(500),
  },
  ...[408, 502, 503, 504].map(
    (status): Row => ({
      name: `${status}-once`,
      does: `answers ${status}, and 200 when asked again`,
      answers: [failing(status), {}],
      get: items(2),
      post: http(status),
    }),
  ),
  {
    name: "501",
    does: "answers 501",
    answers: [failing(501)],
    get: http(501),
  },
  {
    name: "503-seconds",
    does: "answers 503 with Retry-After: 1",
    answers: [failing(503, "1"), {}],
    get: items(2, [950, 5000]),
    post: http(503, 1, { retryAfterMs: 1000 }),
  },
  {
    name: "500-without-retry",
    does: "answers 500 to a caller who wants no second try",
    answers: [failing(500), {}],
    options: { retry: false },
    get: http(500),
  },
  {
    name: "401-renewed",
    does: "answers 401 until the token is another",
    answers: [failing(401), {}],
    token: "renewed",
    get: items(2),
  },
  {
    name: "401-renewed-for-ever",
    does: "answers 401 whatever the token is",
    answers: [failing(401)],
    token: "renewed",
    get: http(401, 2),
  },
  {
    name: "401",
    does: "answers 401 to a token that cannot be another",
    answers: [failing(401), {}],
    get: http(401),
  },
  {
    name: "token-never",
    does: "is never asked, because the caller's function for the token does not return",
    answers: [{}],
    options: { timeout: { attemptMs: 300, totalMs: 600 }, retry: false },
    token: "never",
    get: {
      outcome: "timeout",
      fields: { scope: "total", timeoutMs: 600, attempts: 0 },
      requests: 0,
      withinMs: [550, 3000],
    },
  },
];
