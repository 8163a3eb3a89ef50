/** JSON types as bits, so that a set of them is a number and a check is one operation. */
export const bits = {
  null: 1,
  boolean: 2,
  string: 4,
  /** A number without a fraction. */
  integer: 8,
  /** A number with one. */
  fraction: 16,
  array: 32,
  object: 64,
} as const;

/** Every JSON type. */
export const anyType = 127;
/** Types whose values are compared as a whole. */
export const scalarTypes = bits.boolean | bits.string | bits.integer | bits.fraction;

/** The bit of a value; 0 for what JSON cannot say. */
export function typeOf(value: unknown): number {
  switch (typeof value) {
    case "string":
      return bits.string;
    case "object":
      return value === null ? bits.null : Array.isArray(value) ? bits.array : bits.object;
    case "number":
      return Number.isInteger(value) ? bits.integer : bits.fraction;
    case "boolean":
      return bits.boolean;
    default:
      return 0;
  }
}

/** The bits of a schema's `type`; any type where it says none. */
export function readTypes(type: unknown): number {
  if (type === undefined) return anyType;
  const names: unknown[] = Array.isArray(type) ? type : [type];
  return names.reduce<number>((types, name) => types | bitsOf(name), 0);
}

function bitsOf(name: unknown): number {
  if (name === "number") return bits.integer | bits.fraction;
  return typeof name === "string" && Object.hasOwn(bits, name) ? bits[name as keyof typeof bits] : 0;
}

/** Types in words, such as `string or null`. */
export function describeTypes(types: number): string {
  if (types === anyType) return "anything";
  const number = types & bits.fraction ? ["number"] : types & bits.integer ? ["integer"] : [];
  const named = (["string", "boolean", "array", "object", "null"] as const).filter((name) => types & bits[name]);
  return [...number, ...named].sort((left, right) => Number(left === "null") - Number(right === "null")).join(" or ");
}
