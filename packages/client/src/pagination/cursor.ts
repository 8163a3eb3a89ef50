import { type CallTarget, CursorError, toContext } from "../errors.ts";

/** Version of the form of a cursor; a cursor of another version is refused. */
const version = 1;

/**
 * Writes a cursor: where a walk stands in one listing. A short ASCII string, safe in URLs, JSON and files.
 * `position` counts the items before it, from 0; `listing` identifies vendor, operation and filters.
 */
export function writeCursor(position: number, listing: string): string {
  return `${version}.${position}.${listing}`;
}

/** Reads a cursor. Throws a `CursorError` for one that is broken, of another version or of another listing. */
export function readCursor(target: CallTarget, cursor: string, listing: string): number {
  const [, ownVersion, position, owner] = /^(\d+)\.(\d{1,15})\.([0-9a-z]+)$/.exec(cursor) ?? [];
  if (ownVersion === undefined) throw refused(target, "is not a cursor of this package");
  if (Number(ownVersion) !== version) throw refused(target, `has version ${ownVersion}; this release reads ${version}`);
  if (owner !== listing)
    throw refused(target, "belongs to another listing: vendor, operation and filters must be the same");
  return Number(position);
}

/**
 * A short hash of what makes a listing the listing it is. Neither the order of the filters matters, nor that of the values
 * in a list, nor whether an instant was given as a `Date` or as text.
 */
export function listingHash(target: CallTarget, filters: Record<string, unknown>): string {
  const entries = Object.entries(filters)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [name, normalise(target, name, value)]);
  return hash(JSON.stringify([target.vendor.id, target.operation.id, entries])).toString(36);
}

function normalise({ operation }: CallTarget, name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.toSorted();
  const isInstant = operation.parameters.some((parameter) => parameter.name === name && parameter.instant);
  const time = isInstant ? new Date(value as string | Date).getTime() : Number.NaN;
  return Number.isNaN(time) ? value : time;
}

/** 53 bits in two rounds of a multiplicative hash: enough to tell listings apart, not meant to withstand an attacker. */
function hash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

function refused(target: CallTarget, problem: string): CursorError {
  return new CursorError(`${target.vendor.title} ${target.operation.id}: the cursor ${problem}.`, toContext(target));
}
