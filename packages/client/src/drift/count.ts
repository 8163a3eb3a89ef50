import { createTally, type DriftKind, type Look, type Tallies, type Tally } from "./finding.ts";
import { typeOf } from "./json-type.ts";
import { type FreshField, type ObjectPlace, openPlace, toPath } from "./place.ts";
import { findCandidates } from "./rename.ts";
import { cut, describeValue, isWord } from "./sample.ts";
import { describeShape } from "./shape.ts";

/** Counts the required members that an object has not. */
export function countMissing(object: ObjectPlace, value: Record<string, unknown>, look: Look): void {
  for (const [name, { place, isRequired }] of object.properties) {
    if (!isRequired || (Object.hasOwn(value, name) && value[name] !== undefined)) continue;
    const expected = () => describeShape(place.shape ?? openPlace(place));
    count(object.tallies, place, "missing-field", expected, undefined, look);
  }
}

/**
 * Counts a member that is not documented. It may be a secret that nobody has marked: only its type is kept, and its name
 * where that is a word.
 */
export function countFresh(object: ObjectPlace, name: string, value: Record<string, unknown>, look: Look): void {
  if (object.shape.rest !== "undocumented" || !Object.hasOwn(value, name)) return;
  const member = value[name];
  const known = object.fresh.get(name);
  const label = known || (isWord(name) && object.fresh.size < mostDifferent) ? name : "*";
  const field = known ?? object.fresh.get(label) ?? createFresh(object, label, member, look);
  field.types |= typeOf(member);
  if (field.lastObject === object.looked) return;
  field.lastObject = object.looked;
  field.count++;
  if (field.candidates.length === 0) return;
  field.candidates = field.candidates.filter((candidate) => !Object.hasOwn(value, candidate.name));
}

function createFresh(object: ObjectPlace, label: string, member: unknown, look: Look): FreshField {
  const tally = createTally(
    { path: toPath(object.path, label), within: object.within },
    "new-field",
    undefined,
    describeValue(member),
  );
  const field: FreshField = {
    ...tally,
    count: 0,
    types: 0,
    lastObject: 0,
    candidates: label === "*" ? [] : findCandidates(label, object),
  };
  object.fresh.set(label, field);
  look.onFinding?.(field);
  return field;
}

type Where = Pick<Tally, "path" | "within">;

/** Counts a finding, and tells of it where it is the first of its kind at its place. */
export function count(
  tallies: Tallies,
  where: Where,
  kind: DriftKind,
  expected: () => string,
  sample: string | undefined,
  look: Look,
): void {
  const key = `${kind} ${where.path} ${isOneOfMany(kind) ? sample : ""}`;
  const known = tallies.get(key);
  if (known) {
    known.count++;
    return;
  }
  if (tallies.size >= mostDifferent && sample !== more && isOneOfMany(kind)) {
    count(tallies, where, kind, expected, more, look);
    return;
  }
  const tally = createTally(where, kind, cut(expected()), sample);
  tallies.set(key, tally);
  look.onFinding?.(tally);
}

/** Different findings of a kind that one place gets; others are counted together. */
const mostDifferent = 20;
/** Stands for what is beyond the most that are told apart. */
const more = "others";

/** Kinds of which one place has a finding for each value. */
function isOneOfMany(kind: DriftKind): boolean {
  return kind === "new-enum-value" || kind === "new-extensible-value" || kind === "unknown-tag";
}
