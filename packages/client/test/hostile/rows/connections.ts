import { connection, items, type Row, soon } from "../row.ts";

const impatient = { timeout: { attemptMs: 400, totalMs: 5000 }, retry: { retries: 1, minDelayMs: 20, maxDelayMs: 40 } };
const timeout = { outcome: "timeout", fields: { scope: "attempt", timeoutMs: 400 } } as const;

/** Connections that do not come about, or break. */
export const connectionRows: readonly Row[] = [
  {
    name: "no-headers",
    does: "takes the request and says nothing",
    answers: [{ instead: "silence" }],
    options: impatient,
    get: { ...timeout, requests: 2, withinMs: [750, 4000] },
    post: { ...timeout, requests: 1, withinMs: [350, 3000] },
  },
  {
    name: "refused",
    does: "refuses the connection",
    place: "closed port",
    answers: [],
    get: { outcome: "connection", fields: { attempts: 3 }, requests: 0, withinMs: soon },
    post: { outcome: "connection", fields: { attempts: 1 }, requests: 0, withinMs: soon },
  },
  {
    name: "deaf",
    does: "takes no connection and refuses none",
    place: "deaf port",
    answers: [],
    options: impatient,
    get: { ...timeout, fields: { ...timeout.fields, attempts: 2 }, requests: 0, withinMs: [750, 4000] },
    post: { ...timeout, fields: { ...timeout.fields, attempts: 1 }, requests: 0, withinMs: [350, 3000] },
  },
  {
    name: "reset",
    does: "resets the connection before it answers",
    answers: [{ instead: "reset" }],
    get: connection(3),
    post: connection(1),
  },
  {
    name: "reset-once",
    does: "resets the connection, and answers when asked again",
    answers: [{ instead: "reset" }, {}],
    get: items(2),
    post: connection(1),
  },
  {
    name: "no-http",
    does: "answers with something that is no HTTP",
    answers: [{ instead: "no HTTP" }],
    get: connection(3),
    post: connection(1),
  },
  {
    // Node takes 16 KiB of headers. A platform that takes more has an answer.
    name: "header-flood",
    does: "sends 100 kB of headers",
    answers: [{ flood: 100_000 }],
    get: connection(3),
    post: connection(1),
  },
  {
    name: "keep-alive-closed",
    does: "closes a connection that it had kept open, between two calls",
    answers: [{ afterwards: "closes soon" }],
    calls: 3,
    pauseMs: 100,
    ownPort: true,
    get: items(3),
  },
  {
    // Whether the server had acted on the second request nobody can tell, so a POST is not sent again.
    name: "keep-alive-reset",
    does: "resets a connection that it had kept open when the next request comes",
    answers: [{ afterwards: "resets at the next request" }],
    calls: 2,
    ownPort: true,
    get: items(3),
    post: connection(2),
  },
];
