/** First 32 bits of the fractions of the cube roots of the first 64 primes. */
const constants = toFractions(64, Math.cbrt);
/** First 32 bits of the fractions of the square roots of the first 8 primes. */
const initial = toFractions(8, Math.sqrt);

/** A hash that takes its bytes piece by piece: `crypto.subtle` wants all of them at once. */
export interface Hash {
  update(bytes: Uint8Array): void;
  /** The hash of all bytes in hexadecimal. Ends it. */
  digest(): string;
}

/** Makes a SHA-256 (FIPS 180-4). */
export function createSha256(): Hash {
  const state = Uint32Array.from(initial);
  const block = new Uint8Array(64);
  const words = new Uint32Array(64);
  let [filled, length] = [0, 0];
  const update = (bytes: Uint8Array) => {
    length += bytes.length;
    for (let at = 0; at < bytes.length; ) {
      const taken = Math.min(64 - filled, bytes.length - at);
      block.set(bytes.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
      if (filled < 64) return;
      compress(state, block, words);
      filled = 0;
    }
  };
  return {
    update,
    digest() {
      const bits = length * 8;
      const padding = new Uint8Array(filled < 56 ? 64 - filled : 128 - filled);
      padding[0] = 0x80;
      const view = new DataView(padding.buffer);
      view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
      view.setUint32(padding.length - 4, bits >>> 0);
      update(padding);
      return [...state].map((word) => word.toString(16).padStart(8, "0")).join("");
    },
  };
}

function compress(state: Uint32Array, block: Uint8Array, words: Uint32Array): void {
  const view = new DataView(block.buffer);
  for (let index = 0; index < 64; index++) {
    words[index] = index < 16 ? view.getUint32(index * 4) : expand(words, index);
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let index = 0; index < 64; index++) {
    const big = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + big + ((e & f) ^ (~e & g)) + (constants[index] as number) + (words[index] as number)) | 0;
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] as number) + value;
}

function expand(words: Uint32Array, index: number): number {
  const [near, far] = [words[index - 2] as number, words[index - 15] as number];
  const small = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10);
  const other = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3);
  return (small + (words[index - 7] as number) + other + (words[index - 16] as number)) | 0;
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function toFractions(count: number, root: (prime: number) => number): readonly number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes.map((prime) => Math.floor((root(prime) % 1) * 2 ** 32));
}
