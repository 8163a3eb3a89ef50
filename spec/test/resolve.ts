/** Any object of an OpenAPI document, a schema among them. */
export type Node = Readonly<Record<string, unknown>>;

/** Where a path ends: the schema there, and the object schema that declares it as a property. */
export type Site = {
  readonly schema: Node;
  /** Left out where the path ends in the items of an array. */
  readonly property?: { readonly holder: Node; readonly name: string };
};

/** Tells an object from every other JSON value. */
export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value that a local reference such as `#/components/schemas/Chat` points to, or `undefined`. */
export function atReference(document: Node, reference: string): unknown {
  const segments = reference
    .replace(/^#\/?/, "")
    .split("/")
    .filter((segment) => segment !== "");
  return segments
    .map((segment) => decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((value, segment) => child(value, segment), document);
}

function child(value: unknown, segment: string): unknown {
  if (Array.isArray(value)) return value[Number(segment)];
  return isNode(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}

/** The object itself, or the one its `$ref` leads to; an empty object where that leads nowhere. */
export function dereference(document: Node, node: unknown): Node {
  if (!isNode(node)) return {};
  if (typeof node.$ref !== "string") return node;
  return dereference(document, atReference(document, node.$ref));
}

/**
 * The schema and every schema that it is made of: through `$ref`, `allOf`, `anyOf` and `oneOf`, the schema itself
 * first. A schema that contains itself is visited once.
 */
export function branches(document: Node, schema: unknown, seen: Set<unknown> = new Set()): Node[] {
  if (!isNode(schema) || seen.has(schema)) return [];
  seen.add(schema);
  const parts = [schema.allOf, schema.anyOf, schema.oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  if (typeof schema.$ref === "string") parts.push(atReference(document, schema.$ref));
  return [schema, ...parts.flatMap((part) => branches(document, part, seen))];
}

/**
 * Every place where a path such as `chats[].lastMessage.status` ends, below a schema: one for each branch of a union
 * that declares it, none where the path does not exist. `[]` stands for the items of an array.
 */
export function sites(document: Node, schema: unknown, path: string): Site[] {
  const steps = path.match(/\[\]|[^.[\]]+/g) ?? [];
  const start: Site[] = isNode(schema) ? [{ schema }] : [];
  return steps.reduce<Site[]>((found, step) => found.flatMap((site) => stepFrom(document, site, step)), start);
}

function stepFrom(document: Node, site: Site, step: string): Site[] {
  return branches(document, site.schema).flatMap((holder): Site[] => {
    if (step === "[]") return isNode(holder.items) ? [{ schema: holder.items }] : [];
    const schema = child(holder.properties, step) ?? mapValue(holder);
    return isNode(schema) ? [{ schema, property: { holder, name: step } }] : [];
  });
}

/** The schema of a map's values. An open object (`true` or an empty schema) declares nothing, so it is no map. */
function mapValue(holder: Node): Node | undefined {
  const values = holder.additionalProperties;
  return isNode(values) && Object.keys(values).length > 0 ? values : undefined;
}
