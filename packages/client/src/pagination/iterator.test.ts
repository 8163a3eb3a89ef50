import { describe, expect, test } from "vitest";
import { collect } from "../../test/collect.ts";
import { createIterator } from "./iterator.ts";

/** A source of values that come when the test lets them. */
function createTap() {
  const waiting: { resolve: (taken: { value: number } | undefined) => void; reject: (error: Error) => void }[] = [];
  let left = 0;
  const iterator = createIterator<number>(
    () => new Promise((resolve, reject) => waiting.push({ resolve, reject })),
    () => left++,
  );
  const settle = async (act: (first: (typeof waiting)[number]) => void) => {
    await undefined;
    const first = waiting.shift();
    if (!first) throw new Error("nobody waits for a value");
    act(first);
  };
  return {
    iterator,
    give: (value: number) => settle(({ resolve }) => resolve({ value })),
    end: () => settle(({ resolve }) => resolve(undefined)),
    fail: (error: Error) => settle(({ reject }) => reject(error)),
    get waiting() {
      return waiting.length;
    },
    get left() {
      return left;
    },
  };
}

/** Gives 1 to `count`, then ends; every other value at once. */
function countTo(count: number) {
  let [next, left] = [0, 0];
  const iterator = createIterator<number>(
    () => {
      const taken = next < count ? { value: ++next } : undefined;
      return next % 2 === 0 ? taken : Promise.resolve(taken);
    },
    () => left++,
  );
  return { iterator, leaves: () => left };
}

const done = { value: undefined, done: true };

describe("an iterator", () => {
  test("gives its values, then the end for ever", async () => {
    const { iterator } = countTo(2);
    expect(await collect(iterator)).toEqual([1, 2]);
    expect([await iterator.next(), await iterator.next()]).toEqual([done, done]);
  });

  test("serves overlapping calls in their order, and one at a time", async () => {
    const tap = createTap();
    const calls = [tap.iterator.next(), tap.iterator.next(), tap.iterator.next()];
    await tap.give(1);
    expect(await calls[0]).toEqual({ value: 1, done: false });
    expect(tap.waiting).toBe(1);
    await tap.give(2);
    expect(await calls[1]).toEqual({ value: 2, done: false });
    await tap.end();
    expect(await calls[2]).toEqual(done);
    expect(tap.waiting).toBe(0);
  });

  test("serves overlapping calls in their order where some values are there at once", async () => {
    const { iterator } = countTo(5);
    const calls = Array.from({ length: 7 }, () => iterator.next());
    expect((await Promise.all(calls)).map(({ value }) => value)).toEqual([1, 2, 3, 4, 5, undefined, undefined]);
  });

  test("does not ask for a value behind the end", async () => {
    const tap = createTap();
    const calls = [tap.iterator.next(), tap.iterator.next()];
    await tap.end();
    expect(await Promise.all(calls)).toEqual([done, done]);
    expect(tap.waiting).toBe(0);
  });

  test("goes on after an error, and gives the next call to the next value", async () => {
    const tap = createTap();
    const calls = [tap.iterator.next(), tap.iterator.next()];
    const failure = expect(calls[0]).rejects.toThrow("broken");
    await tap.fail(new Error("broken"));
    await failure;
    await tap.give(1);
    expect(await calls[1]).toEqual({ value: 1, done: false });
  });

  test("is left by return() at once, while a call waits; that call gets the end", async () => {
    const tap = createTap();
    const calls = [tap.iterator.next(), tap.iterator.next()];
    await undefined;
    expect(await tap.iterator.return()).toEqual(done);
    expect([tap.waiting, tap.left]).toEqual([1, 1]);
    await tap.end();
    expect(await Promise.all(calls)).toEqual([done, done]);
    expect(tap.waiting).toBe(0);
  });

  test("gives a value that was taken when it was left: it counts as delivered", async () => {
    const tap = createTap();
    const calls = [tap.iterator.next(), tap.iterator.next()];
    await tap.give(1);
    await tap.iterator.return();
    expect(await Promise.all(calls)).toEqual([{ value: 1, done: false }, done]);
  });

  test("is left by throw() at once, which rejects with its error, while a call waits", async () => {
    const tap = createTap();
    const call = tap.iterator.next();
    await undefined;
    const error = new Error("enough");
    await expect(tap.iterator.throw(error)).rejects.toBe(error);
    expect(tap.left).toBe(1);
    await tap.end();
    expect(await call).toEqual(done);
    expect(await tap.iterator.next()).toEqual(done);
  });

  test("is left by the end of the block that holds it", async () => {
    const { iterator, leaves } = countTo(3);
    {
      await using held = iterator;
      expect(await held.next()).toEqual({ value: 1, done: false });
    }
    expect(leaves()).toBe(1);
    expect(await iterator.next()).toEqual(done);
  });

  test("is left by break and by an error in a loop", async () => {
    const { iterator, leaves } = countTo(3);
    for await (const _ of iterator) break;
    expect(leaves()).toBe(1);
    const other = countTo(3);
    const loop = async () => {
      for await (const value of other.iterator) throw new Error(`no ${value}`);
    };
    await expect(loop()).rejects.toThrow("no 1");
    expect(other.leaves()).toBe(1);
  });

  test("is left once, however often", async () => {
    const { iterator, leaves } = countTo(3);
    await iterator.return();
    await iterator.return();
    await iterator[Symbol.asyncDispose]();
    await expect(iterator.throw(new Error("no"))).rejects.toThrow("no");
    expect(leaves()).toBe(1);
  });

  test("is not left at its own end", async () => {
    const { iterator, leaves } = countTo(1);
    await collect(iterator);
    await iterator.return();
    expect(leaves()).toBe(0);
  });

  test("iterates itself", () => {
    const { iterator } = countTo(1);
    expect(iterator[Symbol.asyncIterator]()).toBe(iterator);
  });
});
