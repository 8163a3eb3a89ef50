import { count, countFresh, countMissing } from "./count.ts";
import type { Look } from "./finding.ts";
import { formOf, isUnixTime } from "./instant.ts";
import { bits, scalarTypes, typeOf } from "./json-type.ts";
import { type ObjectPlace, openPlace, type Place, type Property, toPath } from "./place.ts";
import { describeValue, showWord } from "./sample.ts";
import { describeShape, type Shape } from "./shape.ts";
import type { Union } from "./union.ts";

/** Deeper than any answer; far less than the stack holds. */
const mostLevels = 100;

/** Looks at the value of a place, and at what is in it. Most values are of a type of which nothing more is said. */
export function compare(place: Place, value: unknown, level: number, look: Look): void {
  const type = typeOf(value);
  place.looked++;
  if ((place.plain & type) === 0) compareClosely(place, value, type, level, look);
}

function compareClosely(place: Place, value: unknown, type: number, level: number, look: Look): void {
  if (level > mostLevels) {
    look.isCut = true;
    return;
  }
  const shape = place.shape ?? openPlace(place);
  if (place.isSensitive) return;
  if ((shape.types & type) === 0) countOtherType(place, shape, value, look);
  else if (type & scalarTypes) compareScalar(place, shape, value, look);
  else if (type === bits.array) compareItems(place.items, value as unknown[], level, look);
  else if (type === bits.object && shape.union) compareObject(place, shape.union, value, level, look);
}

function compareItems(place: Place | undefined, items: readonly unknown[], level: number, look: Look): void {
  if (!place) return;
  const most = Math.min(items.length, look.mostItems);
  const isSample = most < items.length;
  // The next answer goes on where this one ends.
  let index = isSample ? place.looked % items.length : 0;
  for (let left = most; left > 0 && mayLook(look); left--) {
    compare(place, items[index], level + 1, look);
    index = index + 1 === items.length ? 0 : index + 1;
  }
  look.isSampled ||= isSample;
}

function mayLook(look: Look): boolean {
  if (look.valuesLeft-- > 0) return true;
  look.isCut = true;
  return false;
}

function compareScalar(place: Place, { values, isExtensible, formats }: Shape, value: unknown, look: Look): void {
  if (values && !values.has(value)) {
    const kind = isExtensible ? "new-extensible-value" : "new-enum-value";
    count(place.tallies, place, kind, () => `one of ${[...values].join(", ")}`, showWord(value), look);
  }
  if (formats.length > 0 && typeof value === "string") compareForm(place, formats, value, look);
}

function compareForm(place: Place, formats: readonly string[], value: string, look: Look): void {
  const form = formOf(value);
  if (!formats.includes(form)) {
    count(place.tallies, place, "other-format", () => formats.join(" or "), form, look);
    return;
  }
  if (formats.length > 1) compareWithBefore(place, form, look);
}

/** Where the spec takes a date or a date-time, a change from one to the other is still one, unless they come mixed. */
function compareWithBefore(place: Place, form: string, look: Look): void {
  place.form ??= form;
  if (form === place.form) place.formCount++;
  else if (place.formCount >= steady) {
    count(place.tallies, place, "other-format", () => `${place.form}, as before`, form, look);
  } else place.form = "mixed";
}

/** Times in one form that show that there is one. */
const steady = 20;

function countOtherType(place: Place, shape: Shape, value: unknown, look: Look): void {
  const kind = value === null ? "unexpected-null" : "other-type";
  const isTime = shape.formats.length > 0 && typeof value === "number" && isUnixTime(value);
  const sample = isTime ? "Unix time" : describeValue(value);
  count(place.tallies, place, kind, () => describeShape(shape), sample, look);
}

function compareObject(place: Place, union: Union, value: unknown, level: number, look: Look): void {
  const record = value as Record<string, unknown>;
  const { index, isUnknown } = union.choose(record);
  const object = place.objects[index];
  if (!object) return;
  const { tag, tags } = union;
  if (isUnknown && tag !== undefined) {
    const where = { path: toPath(place.path, tag), within: place.within };
    count(place.tallies, where, "unknown-tag", () => `one of ${tags.join(", ")}`, showWord(record[tag]), look);
  }
  compareMembers(object, record, level, look);
}

function compareMembers(object: ObjectPlace, value: Record<string, unknown>, level: number, look: Look): void {
  object.looked++;
  let required = 0;
  let index = 0;
  // Much faster than over a list of the names.
  for (const name in value) {
    if (!mayLook(look)) return;
    const member = value[name];
    if (member === undefined) continue;
    const next = object.order[index];
    const property = next?.name === name ? next : findProperty(object, name, index);
    index++;
    if (property) {
      if (property.isRequired) required++;
      property.lastObject = object.looked;
      compare(property.place, member, level + 1, look);
    } else countFresh(object, name, value, look);
  }
  if (required < object.required) countMissing(object, value, look);
}

function findProperty(object: ObjectPlace, name: string, index: number): Property | undefined {
  const property = object.properties.get(name);
  if (property && index <= object.order.length) object.order[index] = property;
  return property ?? object.rest;
}
