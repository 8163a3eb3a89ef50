import type { Table } from "./table.ts";

/** What a bench found. */
export interface Report {
  readonly tables: readonly Table[];
  /** One sentence for each limit that was missed; none when all is well. */
  readonly failures: readonly string[];
  /** What was aimed at, and whether it was reached. An aim that is missed fails nothing: docs/performance.md says why. */
  readonly aims?: readonly string[];
}

/** A sentence about an aim. Lower is better. */
export function toAim(what: string, value: number, aim: number, unit: string): string {
  const figure = unit === "×" ? value.toFixed(2) : value.toFixed(1);
  return `${what}: ${figure}${unit}; the aim is ≤ ${aim}${unit}, and ${value <= aim ? "is reached" : "is missed"}.`;
}
