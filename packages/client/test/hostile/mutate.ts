import type { Random } from "./random.ts";

type Node = Record<string, unknown>;

/** Values that programs stumble over. */
const oddities: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e308, 2 ** 53, "", " ", "0", "null", "\u0000", "\ud800", "💥".repeat(50)],
  ...[[], {}, [[]], [null], { length: 3 }, { toString: 1, valueOf: 1 }, { toJSON: "x" }],
  ...["9999-99-99", "2026-11-18T08:41:07.214Z", "+275760-09-13T00:00:00Z", "-000001-01-01T00:00:00Z", "Infinity"],
];
/** Names of members that objects have already, or that our own code may look for. */
const oddNames = ["__proto__", "constructor", "prototype", "then", "toString", "length", "", "uuid", "id", "chats"];

/** A copy of a JSON value with one thing wrong somewhere in it. */
export function mutateValue(value: unknown, random: Random): unknown {
  const place = pickPlace(value, random);
  if (!place) return mutateHere(value, random);
  const { parent, key } = place;
  if (random.once(4) && !Array.isArray(parent)) {
    delete parent.node[key];
    return parent.root;
  }
  setMember(parent.node, key, mutateHere(parent.node[key], random));
  return parent.root;
}

interface Place {
  readonly parent: { readonly root: unknown; readonly node: Node };
  readonly key: string;
}

/** A place somewhere in a copy of the value, as likely near its top as deep in it; none for the top itself. */
function pickPlace(value: unknown, random: Random): Place | undefined {
  const root: unknown = structuredClone(value);
  let place: Place | undefined;
  let node = root;
  while (typeof node === "object" && node !== null && Object.keys(node).length > 0 && !(place && random.once(5))) {
    if (!place && random.once(40)) return undefined;
    const key: string = random.pick(Object.keys(node));
    place = { parent: { root, node: node as Node }, key };
    node = (node as Node)[key];
  }
  return place;
}

function mutateHere(value: unknown, random: Random): unknown {
  switch (random.below(7)) {
    case 0:
      return nest(value, random.pick([1, 2, 50, 3000]));
    case 1:
      return Array.isArray(value) ? [...value, ...value] : [value];
    case 2:
      return Array.isArray(value) ? value.toReversed().slice(random.below(value.length + 1)) : String(value);
    case 3:
      return typeof value === "object" ? withMember(value, random.pick(oddNames), random.pick(oddities)) : { value };
    default:
      return random.pick(oddities);
  }
}

function nest(value: unknown, depth: number): unknown {
  let nested = value;
  for (let level = 0; level < depth; level++) nested = level % 2 ? [nested] : { nested };
  return nested;
}

function withMember(value: object | null, name: string, member: unknown): unknown {
  const copy: Node = { ...value };
  setMember(copy, name, member);
  return copy;
}

/** As a parser does it, so that `__proto__` becomes a member like any other. */
function setMember(node: Node, name: string, value: unknown): void {
  Object.defineProperty(node, name, { value, enumerable: true, configurable: true, writable: true });
}

/** A copy of bytes with some flipped, cut off, left out, doubled, or put in. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  const to = Math.min(bytes.length, at + random.below(20));
  const noise = Uint8Array.from({ length: random.below(8) }, () => random.below(256));
  switch (random.below(5)) {
    case 0:
      return bytes.map((byte, index) => (index === at ? byte ^ (1 << random.below(8)) : byte));
    case 1:
      return bytes.subarray(0, at);
    case 2:
      return join(bytes.subarray(0, at), bytes.subarray(to));
    case 3:
      return join(bytes.subarray(0, to), bytes.subarray(at));
    default:
      return join(bytes.subarray(0, at), noise, bytes.subarray(at));
  }
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
