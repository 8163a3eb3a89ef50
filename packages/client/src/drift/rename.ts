import { type FreshField, type ObjectPlace, openPlace, type Place, type Property } from "./place.ts";

/** The documented fields that a new one may be under another name: those that are required, or have a similar name. */
export function findCandidates(name: string, object: ObjectPlace): Property[] {
  return [...object.properties.values()].filter((property) => property.isRequired || areSimilar(name, property.name));
}

/**
 * The documented field that a new one may be: one came where the other did not, in every object, and the types fit. That
 * can be chance, so there has to be one such field with a similar name, or one required field and one new for it.
 */
export function renamedFrom(name: string, field: FreshField, object: ObjectPlace): string | undefined {
  const fitting = field.candidates.filter(({ place }) => takesTurns(field, place, object));
  const similar = fitting.filter((property) => areSimilar(name, property.name));
  if (similar.length > 0) return similar.length === 1 ? similar[0]?.name : undefined;
  const [only, other] = fitting;
  if (!only || other) return undefined;
  const rivals = [...object.fresh.values()].filter(
    (fresh) => fresh.candidates.includes(only) && takesTurns(fresh, only.place, object),
  );
  return rivals.length === 1 ? only.name : undefined;
}

function takesTurns(field: FreshField, place: Place, object: ObjectPlace): boolean {
  const { types } = place.shape ?? openPlace(place);
  return field.count + place.looked === object.looked && (field.types & ~types) === 0;
}

/** Words that say what a field is and not which one. */
const common = new Set(["id", "uuid", "at", "on", "type", "url", "slug", "count", "is", "date", "time"]);

/** Whether two names have a word in common, written in whatever way. */
function areSimilar(left: string, right: string): boolean {
  const words = new Set(wordsOf(left));
  const shared = wordsOf(right).filter((word) => words.has(word));
  return shared.some((word) => !common.has(word)) || squeeze(left) === squeeze(right);
}

function wordsOf(name: string): string[] {
  return name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g)?.map((word) => word.toLowerCase()) ?? [];
}

function squeeze(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9]/g, "").toLowerCase();
}
