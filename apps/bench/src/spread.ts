/**
 * How much slower the slowest run of a measurement was than its fastest, such as `+8 %`; of several measurements the
 * widest. A dash where each was run once.
 */
export function toSpread(measurements: readonly (readonly number[])[]): string {
  if (measurements.every(({ length }) => length < 2)) return "–";
  const ratios = measurements.map((times) => Math.max(...times) / Math.min(...times));
  return `+${Math.round(100 * (Math.max(...ratios) - 1))} %`;
}
