/**
 * Milliseconds since 1970 of a `Date`, or of a text that says its moment to everybody in the same way: a day, or a time
 * with its zone. `NaN` for any other, whatever a server may make of it.
 */
export function instantOf(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  return typeof value === "string" && /^\d{4}-\d\d-\d\d(T.*(Z|[+-]\d\d:\d\d))?$/i.test(value)
    ? Date.parse(value)
    : Number.NaN;
}
