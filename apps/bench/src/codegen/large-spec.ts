import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { load } from "../../rivals-packages/load.ts";
import { specOf } from "../hey-api.ts";

/** The parts of an OpenAPI document that are multiplied. */
interface Document {
  readonly paths: { readonly [path: string]: object };
  readonly components: { readonly schemas: { readonly [name: string]: object } };
}

/** Operations of Cargo's spec, and so of each copy. */
export const operationsOfCargo = 3;

/**
 * Writes a spec of at least so many operations into a folder: Cargo's, copied again and again, each copy with paths and
 * schemas of its own. Gives the document's path.
 */
export async function writeLargeSpec(folder: string, operations: number): Promise<string> {
  const { parse } = (await load("yaml")) as { parse(text: string): Document };
  const source = specOf("cargo");
  const path = join(folder, "cargo", "openapi.yaml");
  mkdirSync(dirname(path), { recursive: true });
  cpSync(join(dirname(source), "examples"), join(dirname(path), "examples"), { recursive: true });
  const document = parse(readFileSync(source, "utf8"));
  const copies = Array.from({ length: Math.ceil(operations / operationsOfCargo) }, (_, copy) =>
    renamed(document, copy),
  );
  const all = {
    ...document,
    paths: Object.assign({}, ...copies.map(({ paths }) => paths)),
    components: {
      ...document.components,
      schemas: Object.assign({}, ...copies.map(({ components }) => components.schemas)),
    },
  };
  // JSON is YAML.
  writeFileSync(path, JSON.stringify(all));
  return path;
}

/** A copy in which no path, schema or operation has the name that it has in another; the first is as it was. */
function renamed(document: Document, copy: number): Document {
  if (copy === 0) return document;
  const { paths, components } = JSON.parse(
    JSON.stringify(document)
      .replaceAll(/#\/components\/schemas\/(\w+)/g, `#/components/schemas/$1${copy}`)
      .replaceAll(/"operationId":"(\w+)"/g, `"operationId":"$1${copy}"`),
  ) as Document;
  const rename = (object: object, name: (key: string) => string) =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [name(key), value]));
  return {
    paths: rename(paths, (key) => `/${copy}${key}`),
    components: { ...components, schemas: rename(components.schemas, (key) => `${key}${copy}`) },
  };
}
