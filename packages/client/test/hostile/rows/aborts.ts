import type { Expected, Row } from "../row.ts";

/** The caller's own reason, soon after the abort. */
const aborted = (requests: number, afterMs = 200): Expected => ({
  outcome: "aborted",
  requests,
  withinMs: [Math.max(0, afterMs - 20), afterMs + 1500],
});
/** Waits for so long that only the abort can end a call. */
const patient = {
  timeout: { attemptMs: 30_000, totalMs: 60_000 },
  retry: { retries: 3, minDelayMs: 20_000, maxDelayMs: 20_000 },
};

/** Callers who change their mind. */
export const abortRows: readonly Row[] = [
  {
    name: "abort-before",
    does: "is never asked, because the caller aborted before the call",
    answers: [{}],
    options: patient,
    abortAfterMs: -1,
    get: { ...aborted(0, 0), withinMs: [0, 1000] },
  },
  {
    name: "abort-connecting",
    does: "takes no connection, and the caller aborts",
    place: "deaf port",
    answers: [],
    options: patient,
    abortAfterMs: 200,
    get: aborted(0),
  },
  {
    name: "abort-waiting",
    does: "sends no headers, and the caller aborts",
    answers: [{ instead: "silence" }],
    options: patient,
    abortAfterMs: 200,
    get: aborted(1),
  },
  {
    name: "abort-reading",
    does: "sends half a body, and the caller aborts",
    answers: [{ pace: "stall" }],
    options: patient,
    abortAfterMs: 200,
    get: aborted(1),
  },
  {
    name: "abort-reading-error",
    does: "answers 404 with half a body, and the caller aborts",
    answers: [{ status: 404, pace: "stall" }],
    options: patient,
    abortAfterMs: 200,
    get: aborted(1),
  },
  {
    name: "abort-backing-off",
    does: "answers 429, and the caller aborts before it is asked again",
    answers: [{ status: 429, body: "empty" }],
    options: patient,
    abortAfterMs: 200,
    get: aborted(1),
  },
  {
    name: "abort-obeying",
    does: "answers 429 with Retry-After: 30, and the caller aborts before it is asked again",
    answers: [{ status: 429, headers: { "retry-after": "30" }, body: "empty" }],
    options: patient,
    abortAfterMs: 200,
    get: aborted(1),
  },
  {
    name: "abort-token",
    does: "is never asked, because the caller aborts while a token is fetched",
    answers: [{}],
    options: patient,
    token: "never",
    abortAfterMs: 200,
    get: aborted(0),
  },
];
