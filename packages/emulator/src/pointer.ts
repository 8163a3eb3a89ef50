/** The value that a JSON Pointer (RFC 6901) leads to; `undefined` where it leads nowhere. */
export function at(value: unknown, pointer: string): unknown {
  return toKeys(pointer).reduce<unknown>(
    (node, key) => (typeof node === "object" && node !== null ? (node as Record<string, unknown>)[key] : undefined),
    value,
  );
}

/** Puts a value where a JSON Pointer points, making the objects on the way. */
export function place(target: Record<string, unknown>, pointer: string, value: unknown): void {
  const keys = toKeys(pointer);
  const last = keys.pop() ?? "";
  let node = target;
  for (const key of keys) {
    node[key] ??= {};
    node = node[key] as Record<string, unknown>;
  }
  node[last] = value;
}

function toKeys(pointer: string): string[] {
  return pointer.split("/").slice(1);
}
