/** A value that is made when it is first asked for. */
export interface Lazy<Value> {
  get(): Value;
  /** Forgets the value: the next one who asks has it made again. */
  clear(): void;
}

export function createLazy<Value>(make: () => Value): Lazy<Value> {
  let made: { readonly value: Value } | undefined;
  return {
    get() {
      made ??= { value: make() };
      return made.value;
    },
    clear() {
      made = undefined;
    },
  };
}
