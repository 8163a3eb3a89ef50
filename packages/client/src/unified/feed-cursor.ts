import { CursorError } from "../errors.ts";
import { type Place, placeOf, printLength } from "./trail.ts";

/** Where one list of a feed stands: at its end, with what its walk said of itself, or at a place of it. */
export type SourceMark =
  | { readonly end: boolean | "unknown"; readonly cursor?: undefined; readonly given?: undefined }
  | (Place & { readonly end?: undefined });

/** Where a feed stands. */
export interface FeedMark {
  /** The earliest time of a chat that was given, in milliseconds since 1970: what is newer and still comes is late. */
  readonly earliest: number;
  readonly marks: readonly SourceMark[];
}

const ends = { y: true, n: false, u: "unknown" } as const;

/**
 * Writes a cursor: text that is safe in URLs, JSON and files; about 280 characters a list, and 14 for each chat that was
 * given and will be read again.
 */
export function writeFeedCursor(feed: string, { earliest, marks }: FeedMark): string {
  return ["u1", `${feed}.${earliest}`, ...marks.map(writeMark)].join("~");
}

function writeMark({ end, cursor, given }: SourceMark): string {
  if (end === undefined) return `o_${cursor}_${given?.join("")}`;
  return Object.entries(ends).find(([, value]) => value === end)?.[0] ?? "u";
}

/** What two marks have in common that lead to the same place. */
export function toPlaceText({ cursor = "", given = [] }: SourceMark): string {
  return [placeOf(cursor), ...given].join();
}

/** Reads a cursor. Throws a `CursorError` for one that is broken, of another version or of another feed. */
export function readFeedCursor(cursor: string, feed: string, sources: number): FeedMark {
  const [version, place = "", ...marks] = `${cursor}`.split("~");
  const pattern = new RegExp(`^(?:([ynu])|o_([^_]+)_((?:[0-9a-z]{${printLength}})*))$`);
  const found = marks.map((mark) => pattern.exec(mark));
  const [owner, earliest = "Infinity"] = place.split(".");
  const isBroken = found.includes(null) || Number.isNaN(Number(earliest));
  if (version !== "u1" || isBroken) throw refused("is not a cursor of a feed");
  if (owner !== feed || found.length !== sources) {
    throw refused("belongs to another feed: vendors, lists, filter and order must be the same");
  }
  return { earliest: Number(earliest), marks: found.map(readMark) };
}

function readMark(match: RegExpExecArray | null): SourceMark {
  const [, end, cursor = "", given = ""] = match ?? [];
  if (end !== undefined) return { end: ends[end as keyof typeof ends] };
  return { cursor, given: given.match(new RegExp(`.{${printLength}}`, "g")) ?? [] };
}

function refused(problem: string): CursorError {
  return new CursorError(`The cursor ${problem}.`, { vendor: "unified" });
}
