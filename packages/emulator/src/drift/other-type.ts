/** The JSON type of a value, in the words of JSON Schema. */
export function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** The same said in another JSON type, as vendors do it: a number as text, a flag as the name of a status. */
export function toOtherType(value: unknown): unknown {
  switch (typeOf(value)) {
    case "boolean":
      return value ? "enabled" : "disabled";
    case "number":
      return String(value);
    case "object":
      return [value];
    default:
      return { value };
  }
}
