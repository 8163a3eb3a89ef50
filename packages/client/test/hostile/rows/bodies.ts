import { connection, items, type Row, soon, unexpected } from "../row.ts";
import { credentials } from "../secrets.ts";

const mebibyte = 1024 * 1024;
/** An attempt is long enough for anything but a stall, and short enough to wait for twice. */
const impatient = { timeout: { attemptMs: 400, totalMs: 5000 }, retry: { retries: 1, minDelayMs: 20, maxDelayMs: 40 } };
const timeout = { outcome: "timeout", fields: { scope: "attempt", timeoutMs: 400 } } as const;
const twice = { ...timeout, requests: 2, withinMs: [750, 4000] } as const;
const once = { ...timeout, requests: 1, withinMs: [350, 3000] } as const;
const gzip = { "content-type": "application/json", "content-encoding": "gzip" };

/** Bodies that do not arrive as they should. */
export const bodyRows: readonly Row[] = [
  {
    name: "body-stalls",
    does: "sends half a body and then nothing",
    answers: [{ pace: "stall" }],
    options: impatient,
    get: twice,
    post: once,
  },
  {
    name: "body-dribbles",
    does: "sends a body a byte at a time, for longer than the timeout",
    answers: [{ body: { spaces: 2000 }, pace: "dribble" }],
    options: impatient,
    get: twice,
    post: once,
  },
  {
    name: "body-stalls-once",
    does: "sends half a body, and a whole one when asked again",
    answers: [{ pace: "stall" }, {}],
    options: { ...impatient, timeout: { attemptMs: 1000, totalMs: 5000 } },
    get: items(2, [950, 4000]),
    post: { ...once, fields: { scope: "attempt", timeoutMs: 1000 }, withinMs: [950, 4000] },
  },
  {
    name: "body-stalls-in-total",
    does: "sends half a body each time, for longer than the call may take",
    answers: [{ pace: "stall" }],
    options: {
      timeout: { attemptMs: 5000, totalMs: 600 },
      retry: { retries: 9, minDelayMs: 20, maxDelayMs: 40 },
    },
    get: {
      outcome: "timeout",
      fields: { scope: "total", timeoutMs: 600 },
      requests: 1,
      withinMs: [550, 3000],
    },
  },
  {
    name: "body-cut",
    does: "promises more bytes than it sends",
    answers: [{ pace: "cut" }],
    get: connection(3),
    post: connection(1),
  },
  {
    name: "body-cut-once",
    does: "promises more bytes than it sends, and keeps the promise when asked again",
    answers: [{ pace: "cut" }, {}],
    get: items(2),
    post: connection(1),
  },
  {
    name: "body-reset",
    does: "resets the connection in the middle of a body",
    answers: [{ pace: "reset" }],
    get: connection(3),
    post: connection(1),
  },
  {
    name: "body-broken-chunks",
    does: "sends chunks of which one has no size",
    answers: [{ pace: "broken chunks", body: { text: JSON.stringify(credentials) } }],
    get: connection(3),
    post: connection(1),
  },
  {
    name: "body-endless",
    does: "sends a body without an end",
    answers: [{ pace: "endless" }],
    options: { maxBodyBytes: mebibyte },
    get: unexpected(/more than 1[,.]?048[,.]?576 bytes|more than 1 MiB/),
  },
  {
    name: "body-65-mib",
    does: "sends a body of 65 MiB",
    answers: [{ body: { spaces: 65 * mebibyte } }],
    isHeavy: true,
    get: { ...unexpected(/more than/), withinMs: [0, 8000] },
  },
  {
    name: "body-at-the-limit",
    does: "sends a body that is as long as it may be",
    answers: [{ body: { spaces: 60_000 } }],
    options: { maxBodyBytes: 64_000 },
    get: items(),
  },
  {
    name: "body-bomb",
    does: "sends a few kilobytes that decompress to 65 MiB",
    answers: [{ headers: gzip, body: { compressedSpaces: 65 * mebibyte } }],
    isHeavy: true,
    get: { ...unexpected(/more than/), withinMs: [0, 8000] },
  },
  {
    name: "body-compressed",
    does: "compresses a body",
    answers: [{ headers: gzip, body: { compressedSpaces: 1000 } }],
    get: items(),
  },
  {
    // Node and its relatives fail while they read; what fails in reading is told as a connection that failed.
    name: "body-gzip-lies",
    does: "calls a body compressed that is not",
    answers: [{ headers: gzip }],
    get: { outcome: ["connection", "unexpected-response"], requests: [1, 3], withinMs: soon },
    post: { outcome: ["connection", "unexpected-response"], requests: 1, withinMs: soon },
  },
  {
    name: "error-body-stalls",
    does: "answers 404 and half a body, and then nothing",
    answers: [{ status: 404, pace: "stall" }],
    options: { ...impatient, retry: false },
    get: { outcome: "http", fields: { status: 404 }, requests: 1, withinMs: soon },
  },
  {
    name: "error-body-cut",
    does: "answers 404 and promises more bytes than it sends",
    answers: [{ status: 404, pace: "cut" }],
    get: { outcome: "http", fields: { status: 404 }, requests: 1, withinMs: soon },
  },
  {
    name: "error-body-endless",
    does: "answers 404 with a body without an end",
    answers: [{ status: 404, pace: "endless" }],
    options: { maxBodyBytes: mebibyte },
    get: { outcome: "http", fields: { status: 404 }, requests: 1, withinMs: soon },
  },
];
