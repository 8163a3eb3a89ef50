/** What is remembered of an item: 96 bits of its identifier, and 32 of the version in which it was seen. */
export type Fingerprint = readonly [number, number, number, number];

/**
 * The fingerprint of an identifier and of a version, such as a time of update. Two of a million identifiers share one
 * with a probability of 10^-17; it is not meant to withstand an attacker.
 */
export function fingerprint(id: string, version: string): Fingerprint {
  const first = lane(id, 0x9e3779b1, 5);
  const second = lane(id, 0x85ebca6b, 11);
  const third = lane(id, 0xc2b2ae35, 17);
  return [mix(first ^ second), mix(second + third), mix(third ^ (first >>> 3)), mix(lane(version, 0x27d4eb2f, 7))];
}

/** A text of 28 letters and digits. */
export function writeFingerprint(print: Fingerprint): string {
  return print.map((lane) => lane.toString(36).padStart(digits, "0")).join("");
}

/** The fingerprint that a text of `writeFingerprint` stands for. */
export function readFingerprint(text: string): Fingerprint {
  const read = (index: number) => Number.parseInt(text.slice(index * digits, (index + 1) * digits), 36) >>> 0;
  return [read(0), read(1), read(2), read(3)];
}

/** An order of identifiers that no list has, and that every process agrees on. */
export function compareFingerprints(left: Fingerprint, right: Fingerprint): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/** Letters and digits that 32 bits take in base 36. */
const digits = 7;

function lane(text: string, factor: number, turn: number): number {
  let state = factor ^ text.length;
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(((state << turn) | (state >>> (32 - turn))) ^ text.charCodeAt(index), factor);
  }
  return state;
}

/** Lets every bit of the state reach every bit of the result. */
function mix(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 16), 2246822507);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 3266489909);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
