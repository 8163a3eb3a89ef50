/** A repeatable source of chance: the same seed gives the same sequence, on every machine. */
export interface Random {
  /** A number from 0 up to, and not including, 1. */
  next(): number;
  /** A whole number, both bounds included. */
  integer(minimum: number, maximum: number): number;
  chance(probability: number): boolean;
  pick<Value>(values: readonly [Value, ...Value[]] | readonly Value[]): Value;
  /** A version 4 UUID. */
  uuid(): string;
}

/** A choice among values, more often of those with more weight. */
export type Weighted<Value> = (random: Random) => Value;

/** Makes the source. Any text is a seed: streams that must not disturb each other take different ones. */
export function createRandom(seed: string): Random {
  const word = createSfc32(seed);
  const next = () => word() / 0x1_0000_0000;
  return {
    next,
    integer: (minimum, maximum) => minimum + Math.floor(next() * (maximum - minimum + 1)),
    chance: (probability) => next() < probability,
    pick(values) {
      const value = values[Math.floor(next() * values.length)];
      if (value === undefined) throw new RangeError("Nothing to pick from.");
      return value;
    },
    uuid: () => toUuid(word(), word(), word(), word()),
  };
}

/** Prepares a weighted choice; the weights need no particular sum. */
export function weighted<Value>(...entries: readonly (readonly [value: Value, weight: number])[]): Weighted<Value> {
  const [first] = entries;
  if (first === undefined) throw new RangeError("Nothing to choose from.");
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  return (random) => {
    let rest = random.next() * total;
    for (const [value, weight] of entries) {
      rest -= weight;
      if (rest < 0) return value;
    }
    return first[0];
  };
}

/** Chris Doty-Humphrey's small fast counter: 128 bits of state, filled by hashing the seed. */
function createSfc32(seed: string): () => number {
  const fill = createHash(seed);
  let [a, b, c, counter] = [fill(), fill(), fill(), 1];
  const word = () => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + result) | 0;
    return result >>> 0;
  };
  for (let round = 0; round < 12; round += 1) word();
  return word;
}

/** A number that follows from a text and looks like chance: the same everywhere, and another for another text. */
export function hash(text: string): number {
  return createHash(text)();
}

/** FNV-1a over the text, then one well-mixed word after another. */
function createHash(text: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

const digits = Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0));
const dash = "-".charCodeAt(0);
const codes: number[] = new Array(36).fill(dash);

/** Writes into one array and reads it as text: half the time of joining pieces, and large data is mostly UUIDs. */
function toUuid(a: number, b: number, c: number, d: number): string {
  writeHex(0, a, 8);
  writeHex(9, b >>> 16, 4);
  writeHex(14, 0x4000 | (b & 0x0fff), 4);
  writeHex(19, 0x8000 | (c & 0x3fff), 4);
  writeHex(24, c >>> 16, 4);
  writeHex(28, d, 8);
  return String.fromCharCode.apply(null, codes);
}

function writeHex(start: number, value: number, length: number): void {
  let rest = value;
  for (let index = start + length - 1; index >= start; index -= 1) {
    codes[index] = digits[rest & 15] ?? dash;
    rest >>>= 4;
  }
}
