import type { Row } from "./row.ts";
import { abortRows } from "./rows/aborts.ts";
import { bodyRows } from "./rows/bodies.ts";
import { connectionRows } from "./rows/connections.ts";
import { contentRows } from "./rows/contents.ts";
import { redirectRows } from "./rows/redirects.ts";
import { statusRows } from "./rows/statuses.ts";

/** Everything that servers, networks and callers do wrong, and what must come out. */
export const rows: readonly Row[] = [
  ...contentRows,
  ...bodyRows,
  ...connectionRows,
  ...statusRows,
  ...redirectRows,
  ...abortRows,
];
