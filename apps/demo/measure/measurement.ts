/** One thing that was measured, and what it may be at the most. */
export interface Measurement {
  readonly what: string;
  readonly value: number;
  readonly unit: "ms" | "kB" | "";
  /** Undefined where it is only told. */
  readonly limit?: number;
}

/** Whether a measurement keeps its limit. */
export function keepsLimit({ value, limit }: Measurement): boolean {
  return limit === undefined || value <= limit;
}

/** Measurements as lines of text, their columns aligned. */
export function toLines(measurements: readonly Measurement[]): string[] {
  const widest = Math.max(...measurements.map(({ what }) => what.length));
  return measurements.map((measurement) => {
    const { what, value, unit, limit } = measurement;
    const number = value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 1 : 0 });
    const verdict =
      limit === undefined ? "" : `at most ${limit} ${unit}: ${keepsLimit(measurement) ? "kept" : "MISSED"}`;
    return `${what.padEnd(widest)}  ${`${number} ${unit}`.trimEnd().padStart(10)}  ${verdict}`.trimEnd();
  });
}
