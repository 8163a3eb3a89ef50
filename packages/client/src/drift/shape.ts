import { anyType, bits, describeTypes, scalarTypes } from "./json-type.ts";
import { isFree } from "./object-shape.ts";
import { type Alternative, expand, type Schema } from "./schema.ts";
import { toUnion, type Union } from "./union.ts";

/** A schema in the form in which values are compared with it. */
export interface Shape {
  /** Types that are allowed, as bits. */
  readonly types: number;
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

/** Brings a schema into the form in which values are compared with it. `root` is what its references start from. */
export function toShape(schema: Schema, root: object): Shape {
  const alternatives = expand(schema, root);
  const scalars = alternatives.filter(({ types }) => types & scalarTypes);
  const strings = alternatives.filter(({ types }) => types & bits.string);
  const objects = alternatives.filter(({ types }) => types & bits.object);
  const hasValues = scalars.length > 0 && scalars.every(({ values, known }) => values ?? known);
  return {
    types: alternatives.reduce((types, alternative) => types | alternative.types, 0) || anyType,
    values: hasValues ? new Set(scalars.flatMap(({ values, known }) => values ?? known ?? [])) : undefined,
    isExtensible: scalars.some(({ values }) => !values),
    formats: strings.every(({ format }) => format === "date" || format === "date-time")
      ? [...new Set(strings.map(({ format }) => format as string))]
      : [],
    items: toItems(alternatives.filter(({ types }) => types & bits.array)),
    union: objects.some(isFree) ? undefined : toUnion(objects, root),
    isSensitive: alternatives.some(({ isSensitive }) => isSensitive),
  };
}

function toItems(arrays: readonly Alternative[]): Schema | undefined {
  const items = arrays.map((array) => array.items ?? true);
  return items.length < 2 ? items[0] : { anyOf: items };
}

/** What a value should be, in words, such as `date-time or null`. */
export function describeShape({ types, formats }: Pick<Shape, "types" | "formats">): string {
  const words = describeTypes(types);
  return formats.length > 0 ? words.replace("string", formats.join(" or ")) : words;
}
