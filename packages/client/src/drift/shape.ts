import { anyType, bits, describeTypes, scalarTypes } from "./json-type.ts";
import { isFree } from "./object-shape.ts";
import { type Alternative, expand, type Schema } from "./schema.ts";
import { toUnion, type Union } from "./union.ts";

/** A schema in the form in which values are compared with it. */
export interface Shape {
  /** Types that are allowed, as bits. */
  readonly types: number;
  /** Types among them of which nothing more is said, as bits. */
  readonly plain: number;
  /** The values that are known of a scalar; `undefined` where it can have any. */
  readonly values: ReadonlySet<unknown> | undefined;
  /** Whether the vendor may add values, as far as the spec knows. */
  readonly isExtensible: boolean;
  /** `date`, `date-time` or both; empty where a string need be neither. */
  readonly formats: readonly string[];
  readonly items: Schema | undefined;
  /** The objects that are allowed; `undefined` where nothing is said of them. */
  readonly union: Union | undefined;
  readonly isSensitive: boolean;
}

/**
 * Brings a schema into the form in which values are compared with it. `root` is what its references start from; `isSecret`
 * knows the members that are secret without being marked.
 */
export function toShape(schema: Schema, root: object, isSecret: (name: string) => boolean): Shape {
  const alternatives = expand(schema, root);
  const scalars = alternatives.filter(({ types }) => types & scalarTypes);
  const strings = alternatives.filter(({ types }) => types & bits.string);
  const objects = alternatives.filter(({ types }) => types & bits.object);
  const hasValues = scalars.length > 0 && scalars.every(({ values, known }) => values ?? known);
  const types = alternatives.reduce((sum, alternative) => sum | alternative.types, 0) || anyType;
  const values = hasValues ? new Set(scalars.flatMap((scalar) => scalar.values ?? scalar.known ?? [])) : undefined;
  const formats = strings.every(({ format }) => format === "date" || format === "date-time")
    ? [...new Set(strings.map(({ format }) => format as string))]
    : [];
  const items = toItems(alternatives.filter((alternative) => alternative.types & bits.array));
  const union = objects.some(isFree) ? undefined : toUnion(objects, root, isSecret);
  const closer =
    (values ? scalarTypes : 0) |
    (formats.length > 0 ? bits.string : 0) |
    (items === undefined ? 0 : bits.array) |
    (union ? bits.object : 0);
  return {
    types,
    plain: types & ~closer,
    values,
    isExtensible: scalars.some((scalar) => !scalar.values),
    formats,
    items,
    union,
    isSensitive: alternatives.some(({ isSensitive }) => isSensitive),
  };
}

/** What the items of an array must be; `undefined` where they can be anything. */
function toItems(arrays: readonly Alternative[]): Schema | undefined {
  const items = arrays.map((array) => array.items ?? true);
  if (items.some((schema) => schema === true || Object.keys(schema).length === 0)) return undefined;
  return items.length < 2 ? items[0] : { anyOf: items };
}

/** What a value should be, in words, such as `date-time or null`. */
export function describeShape({ types, formats }: Pick<Shape, "types" | "formats">): string {
  const words = describeTypes(types);
  return formats.length > 0 ? words.replace("string", formats.join(" or ")) : words;
}
