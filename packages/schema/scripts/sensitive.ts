import { type Document, resolve } from "./document.ts";

/** Pointers to every `x-sensitive` value below a schema; `*` stands for any item of an array or map. */
export function sensitivePointers(document: Document, schema: Document): string[] {
  const found = new Set<string>();
  visit(schema, "", new Set());
  return [...found].sort();

  /** `open` holds the schemas being visited, so that a recursive one ends. */
  function visit(node: Document, pointer: string, open: ReadonlySet<Document>): void {
    const resolved = resolve(document, node);
    if (typeof resolved !== "object" || resolved === null || open.has(resolved)) return;
    if (resolved["x-sensitive"] === true) {
      found.add(pointer);
      return;
    }
    const inside = new Set(open).add(resolved);
    for (const [child, step] of children(resolved)) visit(child, pointer + step, inside);
  }
}

/** The schemas directly below one, with the step of the pointer that leads to each. */
function children(schema: Document): [child: Document, step: string][] {
  const same = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const each = [schema.items, schema.additionalProperties].filter((child) => typeof child === "object");
  return [
    ...same.map((child): [Document, string] => [child, ""]),
    ...each.map((child): [Document, string] => [child, "/*"]),
    ...Object.entries<Document>(schema.properties ?? {}).map(([name, child]): [Document, string] => [
      child,
      `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    ]),
  ];
}
