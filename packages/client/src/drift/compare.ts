import { count, countFresh, countMissing } from "./count.ts";
import type { Look } from "./finding.ts";
import { formOf, isUnixTime } from "./instant.ts";
import { bits, scalarTypes, typeOf } from "./json-type.ts";
import { type ObjectPlace, openPlace, type Place, type Property, toPath } from "./place.ts";
import { cut, describeValue, showWord } from "./sample.ts";
import { describeShape, type Shape } from "./shape.ts";

/** Deeper than any answer; far less than the stack holds. */
const mostLevels = 100;

/** Looks at the value of a place, and at what is in it. */
export function compare(place: Place, value: unknown, level: number, look: Look): void {
  if (look.valuesLeft-- <= 0 || level > mostLevels) {
    look.isCut = true;
    return;
  }
  const shape = place.shape ?? openPlace(place);
  place.looked++;
  if (place.isSensitive) return;
  const type = typeOf(value);
  if ((shape.types & type) === 0) countOtherType(place, shape, value, look);
  else if (type & scalarTypes) compareScalar(place, shape, value, look);
  else if (type === bits.array) compareItems(place.items, value as unknown[], level, look);
  else if (type === bits.object && shape.union) compareObject(place, shape, value as object, level, look);
}

function compareItems(place: Place | undefined, items: readonly unknown[], level: number, look: Look): void {
  if (!place) return;
  for (let index = 0; index < items.length && !look.isCut; index++) compare(place, items[index], level + 1, look);
}

function compareScalar(place: Place, shape: Shape, value: unknown, look: Look): void {
  if (shape.values && !shape.values.has(value)) {
    const kind = shape.isExtensible ? "new-extensible-value" : "new-enum-value";
    count(place.tallies, place, kind, cut(`one of ${[...shape.values].join(", ")}`), showWord(value), look);
  }
  if (shape.formats.length > 0 && typeof value === "string") compareForm(place, shape.formats, value, look);
}

function compareForm(place: Place, formats: readonly string[], value: string, look: Look): void {
  const form = formOf(value);
  if (!formats.includes(form)) {
    count(place.tallies, place, "other-format", formats.join(" or "), form, look);
    return;
  }
  if (formats.length > 1) compareWithBefore(place, form, look);
}

/** Where the spec takes a date or a date-time, a change from one to the other is still one, unless they come mixed. */
function compareWithBefore(place: Place, form: string, look: Look): void {
  place.form ??= form;
  if (form === place.form) place.formCount++;
  else if (place.formCount >= steady) {
    count(place.tallies, place, "other-format", `${place.form}, as before`, form, look);
  } else place.form = "mixed";
}

/** Times in one form that show that there is one. */
const steady = 20;

function countOtherType(place: Place, shape: Shape, value: unknown, look: Look): void {
  const kind = value === null ? "unexpected-null" : "other-type";
  const isTime = shape.formats.length > 0 && typeof value === "number" && isUnixTime(value);
  count(place.tallies, place, kind, describeShape(shape), isTime ? "Unix time" : describeValue(value), look);
}

function compareObject(place: Place, { union }: Shape, value: object, level: number, look: Look): void {
  const { index, isUnknown } = union?.choose(value) ?? { index: 0, isUnknown: false };
  const object = place.objects[index];
  if (!object) return;
  if (isUnknown && union?.tag !== undefined) {
    const tag = { path: toPath(place.path, union.tag), within: place.within };
    const said = (value as Record<string, unknown>)[union.tag];
    count(place.tallies, tag, "unknown-tag", cut(`one of ${union.tags.join(", ")}`), showWord(said), look);
  }
  compareMembers(object, value as Record<string, unknown>, level, look);
}

function compareMembers(object: ObjectPlace, value: Record<string, unknown>, level: number, look: Look): void {
  object.looked++;
  let required = 0;
  let index = 0;
  // Much faster than over a list of the names.
  for (const name in value) {
    if (look.isCut) break;
    const member = value[name];
    if (member === undefined) continue;
    const next = object.order[index];
    const property = next?.name === name ? next : findProperty(object, name, index);
    index++;
    if (property) {
      if (property.isRequired) required++;
      compare(property.place, member, level + 1, look);
    } else countFresh(object, name, value, look);
  }
  if (required < object.required && !look.isCut) countMissing(object, value, look);
}

function findProperty(object: ObjectPlace, name: string, index: number): Property | undefined {
  const property = object.properties.get(name);
  if (property && index <= object.order.length) object.order[index] = property;
  return property ?? object.rest;
}
