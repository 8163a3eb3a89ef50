import { type CallTarget, CursorError, toContext, toWords } from "../errors.ts";
import { type Fingerprint, readFingerprint, writeFingerprint } from "./fingerprint.ts";
import { instantOf } from "./instant.ts";

/** Version of the form of a cursor; a cursor of another version is refused. */
const version = 1;

/** The walks there are, each by the letter that stands for it in a cursor. */
const walks = { f: "forward", b: "backward", w: "windows" } as const;

/** How a walk goes through a list. */
export type WalkKind = (typeof walks)[keyof typeof walks];

/** Items by which a cursor finds its place again: one that is left of them is enough. */
export const mostAnchors = 8;

/** Where a walk stood: what a cursor holds beside the listing that it belongs to. */
export interface Mark {
  readonly walk: WalkKind;
  /** Forward: items before the place. Backward: index of the last delivered item. Windows: its creation time. */
  readonly position: number;
  /** The vendor's clock when the walk began, in milliseconds since 1970; `NaN` where it is not known. */
  readonly beganAt: number;
  /** Whether all that stood before the mark was delivered for certain. */
  readonly isProven: boolean;
  /** Whether items keep their place when they change. */
  readonly isStill: boolean;
  /** The items that were delivered last, the very last at the end: by them the walk finds its place again. */
  readonly anchors: readonly Fingerprint[];
}

/** Writes a cursor: an ASCII string of at most 300 characters, safe in URLs, JSON and files. */
export function writeCursor(mark: Mark, listing: string): string {
  const letter = Object.entries(walks).find(([, walk]) => walk === mark.walk)?.[0];
  const flags = (mark.isProven ? 1 : 0) + (mark.isStill ? 2 : 0);
  const began = Number.isNaN(mark.beganAt) ? "" : mark.beganAt.toString(36);
  const anchors = mark.anchors.map(writeFingerprint).join("");
  return [version, listing, `${letter}${flags}`, mark.position, began, anchors].join(".");
}

/** Reads a cursor. Throws a `CursorError` for one that is broken, of another version or of another listing. */
export function readCursor(target: CallTarget, cursor: string, listing: string): Mark {
  const [, ownVersion, rest] = /^(\d+)\.(.*)$/.exec(cursor) ?? [];
  if (ownVersion === undefined) throw refused(target, "is not a cursor of this package");
  if (Number(ownVersion) !== version) throw refused(target, `has version ${ownVersion}; this release reads ${version}`);
  const pattern = /^([0-9a-z]+)\.([fbw])([0-3])\.(-?\d{1,15})\.([0-9a-z]*)\.((?:[0-9a-z]{28}){0,8})$/;
  const [, owner, letter = "f", flags, position, began = "", anchors = ""] = pattern.exec(rest ?? "") ?? [];
  if (owner === undefined) throw refused(target, "is not a cursor of this package");
  if (owner !== listing)
    throw refused(target, "belongs to another listing: vendor, operation and filters must be the same");
  return {
    walk: walks[letter as keyof typeof walks],
    position: Number(position),
    beganAt: began === "" ? Number.NaN : Number.parseInt(began, 36),
    isProven: (Number(flags) & 1) > 0,
    isStill: (Number(flags) & 2) > 0,
    anchors: (anchors.match(/.{28}/g) ?? []).map(readFingerprint),
  };
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
  if (Array.isArray(value)) return value.map(toPlain).toSorted();
  const isInstant = operation.parameters.some((parameter) => parameter.name === name && parameter.instant);
  const time = isInstant ? instantOf(value) : Number.NaN;
  return Number.isNaN(time) ? toPlain(value) : time;
}

/** What no query can carry is refused by the request, by name; it is not to fail here. */
function toPlain(value: unknown): unknown {
  return typeof value === "bigint" || (typeof value === "object" && value !== null) ? typeof value : value;
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

/** The error of a cursor whose items are gone. */
export function staleCursor(target: CallTarget): CursorError {
  return refused(target, "is stale: the items by which it finds its place are gone, or have changed. Begin anew");
}

function refused(target: CallTarget, problem: string): CursorError {
  return new CursorError(
    `${target.vendor.title}, ${toWords(target.operation)}: the cursor ${problem}.`,
    toContext(target),
  );
}
