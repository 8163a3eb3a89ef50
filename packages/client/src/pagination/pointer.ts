/** The type that a JSON Pointer leads to: `At<{ a: { b: 1 } }, "/a/b">` is `1`, and `At<T, "">` is `T`. */
export type At<T, Pointer extends string> = Pointer extends `/${infer Key}/${infer Rest}`
  ? At<Member<T, Key>, `/${Rest}`>
  : Pointer extends `/${infer Key}`
    ? Member<T, Key>
    : T;

type Member<T, Key extends string> = Key extends keyof T ? T[Key] : never;

/** The value that a JSON Pointer (RFC 6901) leads to; `undefined` where it leads nowhere. */
export function at(value: unknown, pointer: string): unknown {
  return pointerTo(pointer)(value);
}

/** The same for one pointer and many values. */
export function pointerTo(pointer: string): (value: unknown) => unknown {
  if (pointer === "") return (value) => value;
  const keys = pointer
    .slice(1)
    .split("/")
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return (value) =>
    keys.reduce((node, key) => (isRecord(node) && Object.hasOwn(node, key) ? node[key] : undefined), value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
