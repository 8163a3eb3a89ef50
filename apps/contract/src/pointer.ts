/** An object of a spec or of an answer. */
export type Node = Readonly<Record<string, unknown>>;

/** Tells an object from every other JSON value. */
export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The value that a JSON Pointer (RFC 6901) leads to; `undefined` where it leads nowhere.
 * The client has the same for itself, and must not be judged by its own.
 */
export function valueAt(root: unknown, pointer: string): unknown {
  return keysOf(pointer).reduce<unknown>((value, key) => (value as Node | null | undefined)?.[key], root);
}

/** A copy with another value where a JSON Pointer leads through objects. */
export function withValueAt(root: unknown, pointer: string, value: unknown): unknown {
  const put = (node: unknown, [key, ...rest]: readonly string[]): unknown =>
    key === undefined ? value : { ...(isNode(node) && node), [key]: put(isNode(node) ? node[key] : undefined, rest) };
  return put(root, keysOf(pointer));
}

function keysOf(pointer: string): string[] {
  const keys = pointer.split("/").slice(1);
  return keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}
