import { isNode } from "../pointer.ts";

/** An object of a document that may be changed. */
export type Member = Record<string, unknown>;

/** An object of a document, and the JSON Pointer to it. */
export interface Place {
  readonly pointer: string;
  readonly node: Member;
}

/** What is no part of the contract: examples are held to the document, and not the other way round. */
const skipped = ["examples", "example", "x-source"];

/** Every object of a document, in its order. */
export function placesIn(value: unknown, pointer = ""): Place[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => placesIn(item, `${pointer}/${index}`));
  if (!isNode(value)) return [];
  const inner = Object.entries(value).flatMap(([key, member]) => {
    const isExample = skipped.includes(key) && !pointer.endsWith("/properties");
    return isExample ? [] : placesIn(member, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  });
  return [{ pointer, node: value as Member }, ...inner];
}

/** The object at a pointer that `placesIn` gave, of a copy of the document. */
export function nodeAt(document: unknown, pointer: string): Member {
  const place = placesIn(document).find((candidate) => candidate.pointer === pointer);
  if (!place) throw new Error(`The document has nothing at ${pointer}.`);
  return place.node;
}
