import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { load } from "../../spec-tools/load.ts";
import { specOf } from "../hey-api.ts";

/** A spec, as far as the tools are asked about it. */
export interface Spec {
  readonly vendor: string;
  /** The document. */
  readonly path: string;
  /** Files beside the document that it refers to, as it writes them. */
  readonly otherFiles: readonly string[];
  readonly answers: readonly Answer[];
}

/** What an operation answers when all is well. */
interface Answer {
  readonly operationId: string;
  /** Name of its schema. */
  readonly schema: string;
  readonly examples: readonly unknown[];
}

interface Document {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation | undefined } };
}

interface Operation {
  readonly operationId: string;
  readonly responses: {
    readonly 200: { readonly content: { readonly "application/json": MediaType } };
  };
}

interface MediaType {
  readonly schema: { readonly $ref: string };
  readonly examples: { readonly [name: string]: { readonly $ref: string } };
}

/** Reads the spec of a vendor. */
export async function readSpec(vendor: string): Promise<Spec> {
  const { parse } = (await load("yaml")) as { parse(text: string): unknown };
  const path = specOf(vendor);
  const text = readFileSync(path, "utf8");
  const operations = Object.values((parse(text) as Document).paths).flatMap((methods) => Object.values(methods));
  const answers = operations.flatMap((operation): Answer[] => {
    if (!operation?.operationId) return [];
    const { schema, examples } = operation.responses[200].content["application/json"];
    const files = Object.values(examples).map(({ $ref }) => join(dirname(path), $ref));
    const values = files.map((file) => (parse(readFileSync(file, "utf8")) as { value: unknown }).value);
    return [{ operationId: operation.operationId, schema: schema.$ref.split("/").at(-1) ?? "", examples: values }];
  });
  const otherFiles = [...text.matchAll(/\$ref: (?!['"]?#)(\S+)/g)].map(([, file = ""]) => file);
  return { vendor, path, otherFiles, answers };
}
