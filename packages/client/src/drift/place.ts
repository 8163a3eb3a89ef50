import type { Tallies, Tally } from "./finding.ts";
import type { ObjectShape } from "./object-shape.ts";
import { cut, isWord } from "./sample.ts";
import { isMarked, type Schema } from "./schema.ts";
import { type Shape, toShape } from "./shape.ts";
import type { Variant } from "./union.ts";

/** A place in the answers of an operation, with what was seen there. Places make a tree, which grows where answers lead. */
export interface Place {
  readonly path: string;
  readonly within: string;
  readonly schema: Schema;
  /** What references of the schema start from. */
  readonly root: object;
  readonly parent: Place | undefined;
  /** What is left of the pointers to secrets that lead through this place. */
  readonly secrets: readonly (readonly string[])[];
  /** Whether what stands here is a secret, so that nobody looks at it. */
  isSensitive: boolean;
  /** Values that were here. */
  looked: number;
  /** Types of which nothing more is to be looked at, as bits; none until the first value is here. */
  plain: number;
  /** Made at the first value. */
  shape: Shape | undefined;
  items: Place | undefined;
  /** One for each variant of the shape's union. */
  objects: ObjectPlace[];
  /** The form of the times that were here, where a date and a date-time are both allowed, and how many had it. */
  form: string | undefined;
  formCount: number;
  readonly tallies: Tallies;
}

/** A new field, while it is counted. */
export interface FreshField extends Tally {
  /** Types of its values, as bits. */
  types: number;
  /** Number of the object, among those of its place, in which it was seen last. */
  lastObject: number;
  /** Documented fields that it may be under another name: none of them ever came with it. */
  candidates: readonly Property[];
}

/** A documented member of an object. */
export interface Property {
  readonly name: string;
  readonly place: Place;
  readonly isRequired: boolean;
  /** Number of the object, among those of its place, in which it was seen last. */
  lastObject: number;
}

/** The objects of one variant at a place. */
export interface ObjectPlace {
  readonly path: string;
  readonly within: string;
  readonly shape: ObjectShape;
  /** Objects that were here. */
  looked: number;
  readonly properties: ReadonlyMap<string, Property>;
  /** Properties that are required. */
  readonly required: number;
  /** The properties in the order in which they came last: the next object most likely has the same. */
  readonly order: Property[];
  /** The members of a map. */
  readonly rest: Property | undefined;
  /** What was missing. */
  readonly tallies: Tallies;
  /** Fields that are not documented, by the name that they have in the report. */
  readonly fresh: Map<string, FreshField>;
}

/** The place at the top of an answer. `pointers` lead to its secrets. */
export function createRoot(schema: Schema, root: object, pointers: readonly string[]): Place {
  const secrets = pointers.map((pointer) => pointer.split("/").slice(1).map(readStep));
  return createPlace({ path: "$", within: "", schema, root, parent: undefined, secrets });
}

function readStep(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

type PlaceOrigin = Pick<Place, "path" | "within" | "schema" | "root" | "parent" | "secrets">;

function createPlace(origin: PlaceOrigin): Place {
  return {
    ...origin,
    isSensitive: origin.secrets.some(isEnd),
    looked: 0,
    plain: 0,
    shape: undefined,
    items: undefined,
    objects: [],
    form: undefined,
    formCount: 0,
    tallies: new Map(),
  };
}

/** Makes what is below a place, when the first value is there. */
export function openPlace(place: Place): Shape {
  const shape = toShape(place.schema, place.root, (name) => secretsBelow(place, name).some(isEnd));
  place.shape = shape;
  place.isSensitive ||= shape.isSensitive;
  place.plain = shape.plain;
  if (place.isSensitive) return shape;
  if (shape.items !== undefined) place.items = createChild(place, "*", place.within, shape.items);
  const variants = shape.union?.variants ?? [];
  const secret = secretMembers(variants, place.root);
  place.objects = variants.map((variant) => openObject(place, variant, secret));
  return shape;
}

/** Members that are secret in one of several variants, and so in all: of which one an object is may be a guess. */
function secretMembers(variants: readonly Variant[], root: object): ReadonlySet<string> {
  const members = variants.length < 2 ? [] : variants.flatMap(({ shape }) => [...shape.properties]);
  return new Set(members.filter(([, schema]) => isMarked(schema, root)).map(([name]) => name));
}

function openObject(place: Place, { shape, label }: Variant, secret: ReadonlySet<string>): ObjectPlace {
  const within = [place.within, label].filter(Boolean).join(", ");
  // What is required without being described can be anything, but has to be there.
  const schemas = new Map([...shape.required.map((name): [string, Schema] => [name, true]), ...shape.properties]);
  const required = new Set(shape.required);
  const toProperty = (name: string, schema: Schema): Property => ({
    name,
    place: createChild(place, name, within, schema, secret.has(name)),
    isRequired: required.has(name),
    lastObject: 0,
  });
  return {
    path: place.path,
    within,
    shape,
    looked: 0,
    properties: new Map([...schemas].map(([name, schema]) => [name, toProperty(name, schema)])),
    required: required.size,
    order: [],
    rest: typeof shape.rest === "object" ? toProperty("*", shape.rest.members) : undefined,
    tallies: new Map(),
    fresh: new Map(),
  };
}

/** A place below another. Where a schema contains itself, what is inside counts at the place outside, so that the tree ends. */
function createChild(parent: Place, step: string, within: string, schema: Schema, isSecret = false): Place {
  const secrets = isSecret ? [[]] : secretsBelow(parent, step);
  for (let at: Place | undefined = parent; at && secrets.length === 0; at = at.parent) {
    if (typeof schema === "object" && at.schema === schema) return at;
  }
  return createPlace({ path: toPath(parent.path, step), within, schema, root: parent.root, parent, secrets });
}

/** What is left of the pointers to secrets behind one step. */
function secretsBelow({ secrets }: Pick<Place, "secrets">, step: string): readonly (readonly string[])[] {
  return secrets.flatMap(([first, ...rest]) => (first === step || first === "*" ? [rest] : []));
}

function isEnd(steps: readonly string[]): boolean {
  return steps.length === 0;
}

/** The path of a member; `*` stands for each. */
export function toPath(path: string, step: string): string {
  if (step === "*") return `${path}[*]`;
  return isWord(step) ? `${path}.${step}` : `${path}[${JSON.stringify(cut(step))}]`;
}
