/** Random choices from one seed, so that a run can be repeated. */
export interface Random {
  /** From 0 to 1. */
  next(): number;
  /** A whole number from 0 to `count` - 1. */
  below(count: number): number;
  /** Whether something happens that happens once in so many times. */
  once(inTimes: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
}

/** Makes random choices (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    once: (inTimes) => below(inTimes) === 0,
    pick: (values) => values[below(values.length)] as (typeof values)[number],
  };
}
