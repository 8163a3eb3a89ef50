import { fingerprint, writeFingerprint } from "../pagination/fingerprint.ts";

/** A chat that was read, until it is given. */
export interface Footprint {
  /** Empty where the chat cannot be known again. */
  readonly print: string;
  readonly mark: Mark;
  isGiven: boolean;
}

interface Mark {
  readonly cursor: string;
  /** Where the walk stood before its last chat: as long as it stands there, that chat is read again. */
  last: string;
  readonly footprints: Footprint[];
  pending: number;
}

/** Where a walk is resumed, and which of the chats that are then read again had been given. */
export interface Place {
  readonly cursor: string;
  readonly given: readonly string[];
}

/** What was read of a list, from the first chat on that was not given yet: of this a cursor is made. */
export interface Trail {
  /** Notes a chat that was read, and where the walk stood before. */
  note(cursor: string, print: string, isGiven: boolean): Footprint;
  give(footprint: Footprint): void;
  /** Where to go on, for a walk that stands at `cursor`. */
  placeAt(cursor: string): Place;
}

/** Chats between two places at which a walk can be resumed: keeping each is more than it is worth. */
export const stride = 16;

/** Letters and digits by which a cursor knows a chat: 64 bits. */
export const printLength = 14;

/** What a cursor keeps of a text that it may not hold. */
export function toPrint(text: string): string {
  return writeFingerprint(fingerprint(text, "")).slice(0, printLength);
}

/** A walk's cursor without what changes where the walk stands still: when it began, and whether it is in doubt. */
export function placeOf(cursor: string): string {
  return cursor.replace(/\d(\.-?\d+\.)\w*(?=\.\w*$)/, "$1");
}

/** Makes a trail of a walk that has read nothing. */
export function createTrail(): Trail {
  let marks: Mark[] = [];
  let pending = 0;
  return {
    note(cursor, print, isGiven) {
      let mark = marks.at(-1);
      // A walk cannot be resumed behind every chat: as long as its cursor stays, what was given has to be remembered.
      if (!mark || (placeOf(mark.last) !== placeOf(cursor) && (pending === 0 || mark.footprints.length >= stride))) {
        if (pending === 0) marks = [];
        mark = { cursor, last: cursor, footprints: [], pending: 0 };
        marks.push(mark);
      }
      mark.last = cursor;
      const footprint = { print, mark, isGiven };
      mark.footprints.push(footprint);
      if (!isGiven) {
        mark.pending++;
        pending++;
      }
      return footprint;
    },
    give(footprint) {
      footprint.isGiven = true;
      footprint.mark.pending--;
      pending--;
      while (marks.length > 1 && marks[0]?.pending === 0) marks.shift();
    },
    placeAt(cursor) {
      const last = marks.at(-1);
      if (!last || (pending === 0 && placeOf(last.last) !== placeOf(cursor))) return { cursor, given: [] };
      const given = marks.flatMap(({ footprints }) => footprints.filter(({ isGiven, print }) => isGiven && print));
      return { cursor: marks[0]?.cursor ?? cursor, given: given.map(({ print }) => print) };
    },
  };
}
