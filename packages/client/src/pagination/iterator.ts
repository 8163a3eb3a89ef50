// `Symbol.asyncDispose` is of a library that a reader's compiler may not have been told of; kept in the declarations.
/// <reference lib="esnext.disposable" preserve="true" />

/** A value that was taken. */
export interface Taken<Value> {
  readonly value: Value;
}

/** An async iterator that can be iterated and left. */
export interface LeavingIterator<Value> extends AsyncIterableIterator<Value> {
  next(): Promise<IteratorResult<Value, undefined>>;
  return(): Promise<IteratorResult<Value, undefined>>;
  throw(error?: unknown): Promise<IteratorResult<Value, undefined>>;
  // A second type argument of the library's interface came with TypeScript 5.6; this says the same to older ones.
  [Symbol.asyncIterator](): LeavingIterator<Value>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Makes an async iterator that serves overlapping calls in turn, and that can go on after an error. `return()` and
 * `throw()` leave at once: calls that wait are answered with the end.
 *
 * @param take gives the next value, at once where there is one; `undefined` at the end.
 * @param leave is called once when the consumer leaves.
 */
export function createIterator<Value>(
  take: () => Taken<Value> | undefined | Promise<Taken<Value> | undefined>,
  leave: () => void,
): LeavingIterator<Value> {
  let turn: Promise<unknown> = Promise.resolve();
  let [waiting, isDone] = [0, false];
  const done = { value: undefined, done: true } as const;

  const finish = () => {
    if (!isDone) leave();
    isDone = true;
  };
  const serve = (taken: Taken<Value> | undefined): IteratorResult<Value, undefined> => {
    isDone ||= taken === undefined;
    // What was taken counts as delivered, even where the consumer has left meanwhile.
    return taken === undefined ? done : { value: taken.value, done: false };
  };
  /** Waits for its turn, and for a value that is under way. */
  const enqueue = (taken?: Promise<Taken<Value> | undefined>) => {
    waiting++;
    const result = turn.then(() => taken ?? (isDone ? undefined : take())).then(serve);
    turn = result.then(
      () => waiting--,
      () => waiting--,
    );
    return result;
  };

  return {
    async next() {
      if (waiting > 0) return enqueue();
      const taken = isDone ? undefined : take();
      return taken instanceof Promise ? enqueue(taken) : serve(taken);
    },
    async return() {
      finish();
      return done;
    },
    async throw(error) {
      finish();
      throw error;
    },
    async [asyncDispose]() {
      finish();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Node 20 has the symbol; where a platform lacks it, nobody can ask for it either. */
const asyncDispose: typeof Symbol.asyncDispose = Symbol.asyncDispose ?? Symbol("asyncDispose");
