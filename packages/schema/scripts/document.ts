/** An OpenAPI document as parsed from YAML. Lint and tests vouch for its form, so members are read without ceremony. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is checked by Redocly lint before anything here runs
export type Document = any;

/** Methods that a path item can have, in the order in which operations are listed. */
const methods = ["get", "post", "put", "patch", "delete"] as const;

/** One operation with the place it stands in. */
export interface OperationEntry {
  path: string;
  method: (typeof methods)[number];
  operation: Document;
}

/** The operations of a document, in the order of the document. */
export function operationEntries(document: Document): OperationEntry[] {
  return Object.entries<Document>(document.paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => ({ path, method, operation: item[method] })),
  );
}

/** Follows a local `$ref`, if there is one. Throws an error that names a reference to nothing. */
export function resolve(document: Document, node: Document): Document {
  if (typeof node?.$ref !== "string") return node;
  const target = node.$ref
    .slice(2)
    .split("/")
    .reduce((at: Document, key: string) => at?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
  if (!node.$ref.startsWith("#/") || target === undefined) {
    throw new Error(`${node.$ref} points to nothing in this document.`);
  }
  return resolve(document, target);
}

/** A copy without named examples: they are large, live in files of their own, and generate nothing. */
export function withoutExamples(document: Document): Document {
  return JSON.parse(JSON.stringify(document), (key, value) =>
    key === "examples" && isExampleMap(value) ? undefined : value,
  );
}

/** Tells OpenAPI's map of Example Objects from a schema's list of examples and from a field of that name. */
function isExampleMap(value: Document): boolean {
  const members = Object.values<Document>(value);
  return !Array.isArray(value) && members.every((member) => member?.$ref !== undefined || member?.value !== undefined);
}

/** The branches of a schema: those of `anyOf`, `oneOf` and `allOf`, or the schema itself. */
export function branches(document: Document, schema: Document): Document[] {
  const resolved = resolve(document, schema);
  const inner = resolved.anyOf ?? resolved.oneOf ?? resolved.allOf;
  return inner ? inner.flatMap((branch: Document) => branches(document, branch)) : [resolved];
}
