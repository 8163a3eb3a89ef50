import type { Row } from "./row.ts";
import { abortRows } from "./rows/aborts.ts";
import { bodyRows } from "./rows/bodies.ts";
import { connectionRows } from "./rows/connections.ts";
import { contentRows } from "./rows/contents.ts";
import { redirectRows } from "./rows/redirects.ts";
import { statusRows } from "./rows/statuses.ts";

const plainRows = [...contentRows, ...bodyRows, ...connectionRows, ...statusRows, ...redirectRows, ...abortRows];

/** Rows that end a wait, which must end as well where the token has to be waited for first. */
const waits = ["body-stalls", "body-stalls-in-total", "no-headers", "deaf", "429-seconds", "500-once"];
const functionRows = plainRows
  .filter(({ name, token }) => !token && (waits.includes(name) || name.startsWith("abort-")))
  .map(
    (row): Row => ({
      ...row,
      name: `${row.name}-function`,
      does: `${row.does} (token from a function)`,
      token: "function",
    }),
  );

/** Everything that servers, networks and callers do wrong, and what must come out. */
export const rows: readonly Row[] = [...plainRows, ...functionRows];
