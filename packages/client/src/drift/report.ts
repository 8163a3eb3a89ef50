import { type DriftFinding, type DriftKind, driftKinds, type Tally } from "./finding.ts";
import { type ObjectPlace, openPlace, type Place } from "./place.ts";
import { renamedFrom } from "./rename.ts";
import { describeShape } from "./shape.ts";

/** What was seen of one operation and status. */
export interface OperationDrift {
  readonly operation: string;
  readonly status: number;
  /** Answers that came. */
  readonly answers: number;
  /** Answers among them that were too large or too deep to be looked at to their end. */
  readonly incomplete: number;
  /** Answers among them of which some items of a long array were looked at, and not all; see `maxItems`. */
  readonly sampled: number;
  /** The worst first, then by path. */
  readonly findings: readonly DriftFinding[];
}

/** How what arrived differs from the spec of a vendor: plain data, in a stable order. */
export interface DriftReport {
  /** Version of this form. */
  readonly format: 1;
  /** Such as `cargo`. */
  readonly vendor: string;
  /** The vendor's name for people. */
  readonly title: string;
  /** In the order of the spec, then by status. Those of which nothing came are left out. */
  readonly operations: readonly OperationDrift[];
}

/** The answers of one operation and status, as they are watched. */
export interface Watched {
  readonly operation: string;
  readonly status: number;
  answers: number;
  incomplete: number;
  sampled: number;
  /** Differences of answers as a whole. */
  readonly tallies: Map<string, Tally>;
  /** Where answers are compared; `undefined` where the spec has no schema for them. */
  readonly root: Place | undefined;
}

/** What there is to report of an operation and status. `enough` objects without a field make it one that never came. */
export function toOperationDrift(
  { operation, status, answers, incomplete, sampled, tallies, root }: Watched,
  enough: number,
): OperationDrift {
  const whole = [...tallies.values()].map((tally) => toFinding(tally, answers));
  const findings = [...whole, ...(root ? findingsBelow(root, enough) : [])];
  return { operation, status, answers, incomplete, sampled, findings: findings.sort(compareFindings) };
}

function findingsBelow(root: Place, enough: number): DriftFinding[] {
  const places: Place[] = [root];
  const findings: DriftFinding[] = [];
  // Places are appended while the loop runs; the set knows those at which a schema contains itself.
  const known = new Set(places);
  for (const place of places) {
    findings.push(...[...place.tallies.values()].map((tally) => toFinding(tally, place.looked)));
    for (const object of place.objects) findings.push(...findingsOf(object, enough));
    const below = place.objects.flatMap(({ properties, rest }) => [
      ...[...properties.values(), rest].map((property) => property?.place),
    ]);
    for (const child of [...below, place.items]) {
      if (!child || known.has(child)) continue;
      known.add(child);
      places.push(child);
    }
  }
  return findings;
}

function findingsOf(object: ObjectPlace, enough: number): DriftFinding[] {
  const fresh = [...object.fresh].map(([name, field]) => {
    const former = renamedFrom(name, field, object);
    return { ...toFinding(field, object.looked), ...(former !== undefined && { renamedFrom: former }) };
  });
  const missing = [...object.tallies.values()].map((tally) => toFinding(tally, object.looked));
  return [...fresh, ...missing, ...unseen(object, enough)];
}

/** The fields that nobody requires, and that did not come where they could have: never, or no longer. */
function unseen({ properties, looked }: ObjectPlace, enough: number): DriftFinding[] {
  return [...properties.values()].flatMap(({ place, isRequired, lastObject }) => {
    const wasAlways = lastObject === place.looked && lastObject >= enough;
    if (isRequired || looked - lastObject < enough || (lastObject > 0 && !wasAlways)) return [];
    const { path, within, looked: count } = place;
    const kind = count > 0 ? "no-longer-seen" : "never-seen";
    const sample = count > 0 ? `in none of the last ${looked - lastObject}` : undefined;
    const expected = describeShape(place.shape ?? openPlace(place));
    return [toFinding({ kind, path, within, count, expected, sample }, looked)];
  });
}

function toFinding({ kind, path, within, count, expected, sample }: Tally, of: number): DriftFinding {
  return {
    kind,
    path,
    ...(within !== "" && { within }),
    count,
    of,
    ...(expected !== undefined && { expected }),
    ...(sample !== undefined && { sample }),
  };
}

/** Not by the rules of a language, which differ from machine to machine. */
function compareFindings(left: DriftFinding, right: DriftFinding): number {
  const key = ({ path, within = "", sample = "" }: DriftFinding) => [path, within, sample].join("\n");
  return rank(left.kind) - rank(right.kind) || (key(left) < key(right) ? -1 : 1);
}

function rank(kind: DriftKind): number {
  return driftKinds.indexOf(kind);
}
