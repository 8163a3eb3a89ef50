import type { Table } from "./table.ts";

/** What a bench found. */
export interface Report {
  readonly tables: readonly Table[];
  /** One sentence for each limit that was missed; none when all is well. */
  readonly failures: readonly string[];
}
