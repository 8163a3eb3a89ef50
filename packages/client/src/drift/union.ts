import { readTypes, typeOf } from "./json-type.ts";
import { type ObjectShape, toObjectShape } from "./object-shape.ts";
import { type Alternative, expand } from "./schema.ts";

/** One of the objects that a union allows. */
export interface Variant {
  readonly shape: ObjectShape;
  /** What its tag says, such as `type=workflow`; empty where there is no tag. */
  readonly label: string;
}

/** The objects that a value may be, and how to tell which. */
export interface Union {
  readonly variants: readonly Variant[];
  /** Name of the member that tells them apart; `undefined` where none does. */
  readonly tag: string | undefined;
  /** The tags that the spec knows, in words. */
  readonly tags: readonly string[];
  /** Index of the variant of an object, and whether its tag is one that the spec does not know. */
  choose(value: object): { readonly index: number; readonly isUnknown: boolean };
}

/**
 * Makes the union of the objects that a schema allows; `undefined` where there are none. A member that is a secret does not
 * tell them apart: whoever reads which variant came would read it.
 */
export function toUnion(
  objects: readonly Alternative[],
  root: object,
  isSecret: (name: string) => boolean,
): Union | undefined {
  const [first] = objects;
  if (!first) return undefined;
  if (objects.length === 1) {
    const only = { index: 0, isUnknown: false };
    const variants = [{ shape: toObjectShape(first), label: "" }];
    return { variants, tag: undefined, tags: [], choose: () => only };
  }
  for (const name of first.properties.keys()) {
    const tags = objects.map((object) => readTag(object, name, root));
    if (!isSecret(name) && isDistinct(tags)) return toTagged(objects, name, tags);
  }
  const variants = objects.map((object) => ({ shape: toObjectShape(object), label: "" }));
  return {
    variants,
    tag: undefined,
    tags: [],
    choose: (value) => ({ index: bestFit(objects, value), isUnknown: false }),
  };
}

/** What the tag of a variant can be: some values, what a pattern allows, or anything else. */
type Tag = { readonly values: readonly unknown[] } | { readonly pattern: RegExp } | "other";

function readTag(object: Alternative, name: string, root: object): Tag | undefined {
  const schema = object.properties.get(name);
  if (schema === undefined) return undefined;
  const alternatives = expand(schema, root);
  if (alternatives.some(({ isSensitive }) => isSensitive)) return undefined;
  if (alternatives.length > 0 && alternatives.every(({ values }) => values)) {
    return { values: alternatives.flatMap(({ values }) => values ?? []) };
  }
  const [only] = alternatives;
  const pattern = alternatives.length === 1 && only?.pattern !== undefined ? toRegExp(only.pattern) : undefined;
  return pattern ? { pattern } : "other";
}

function toRegExp(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return undefined;
  }
}

/** Whether a member tells the variants apart: each has it, no value is that of two, and one at most is for the rest. */
function isDistinct(tags: readonly (Tag | undefined)[]): tags is Tag[] {
  const values = tags.flatMap((tag) => (typeof tag === "object" && "values" in tag ? tag.values : []));
  const others = tags.filter((tag) => tag === "other").length;
  return !tags.includes(undefined) && others <= 1 && others < tags.length && new Set(values).size === values.length;
}

function toTagged(objects: readonly Alternative[], tag: string, tags: readonly Tag[]): Union {
  const byValue = new Map<unknown, number>();
  const patterns: { readonly pattern: RegExp; readonly index: number }[] = [];
  for (const [index, each] of tags.entries()) {
    if (each === "other") continue;
    if ("values" in each) for (const value of each.values) byValue.set(value, index);
    else patterns.push({ pattern: each.pattern, index });
  }
  const other = tags.indexOf("other");
  const labels = tags.map(describeTag);
  return {
    variants: objects.map((object, index) => ({ shape: toObjectShape(object), label: `${tag}=${labels[index]}` })),
    tag,
    tags: labels.filter((_, index) => index !== other),
    choose(value) {
      const said = Object.hasOwn(value, tag) ? (value as Record<string, unknown>)[tag] : undefined;
      const known =
        byValue.get(said) ??
        (typeof said === "string" && said.length <= longestTag
          ? patterns.find(({ pattern }) => pattern.test(said))?.index
          : undefined);
      if (known !== undefined) return { index: known, isUnknown: false };
      return { index: other === -1 ? bestFit(objects, value) : other, isUnknown: typeof said === "string" };
    },
  };
}

/** A pattern is not tried on more: what is longer is no tag. */
const longestTag = 200;

function describeTag(tag: Tag): string {
  if (tag === "other") return "other";
  return "values" in tag ? tag.values.join("|") : tag.pattern.source;
}

/** Members and variants that are looked at to find the best; hostile ones have more. */
const mostMembers = 50;
const mostVariants = 16;

/** The variant that an object without a tag comes nearest to: least is missing, undocumented or of another type. */
function bestFit(objects: readonly Alternative[], value: object): number {
  const members = firstMembers(value);
  const faults = objects.slice(0, mostVariants).map(({ properties, required }) => {
    const missing = required.filter((name) => !Object.hasOwn(value, name)).length;
    const wrong = members.filter(([name, type]) => {
      const schema = properties.get(name);
      return typeof schema === "object" ? (readTypes(schema.type) & type) === 0 : schema === undefined;
    });
    return missing * 2 + wrong.length;
  });
  return faults.indexOf(Math.min(...faults));
}

/** Names and types of the first members of an object. */
function firstMembers(value: object): [name: string, type: number][] {
  const members: [string, number][] = [];
  for (const name in value) {
    if (members.length === mostMembers) break;
    members.push([name, typeOf((value as Record<string, unknown>)[name])]);
  }
  return members;
}
