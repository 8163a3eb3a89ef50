import { type Document, operationEntries, resolve } from "./document.ts";
import type { JsonSchemas } from "./operation.ts";

/**
 * One JSON Schema document a vendor. `$defs` holds the spec's components under their own names and, for
 * each operation, `<operationId>.path`, `.query`, `.request` and `.<status>` (JSON bodies only).
 */
export function generateJsonSchemas(id: string, document: Document): JsonSchemas {
  const components = Object.entries<Document>(document.components.schemas);
  const operations = operationEntries(document).flatMap(({ operation }) => operationSchemas(document, operation));
  return {
    $schema: document.jsonSchemaDialect,
    $id: `urn:agent-chats:${id}`,
    $defs: Object.fromEntries([...components, ...operations].map(([name, schema]) => [name, toJsonSchema(schema)])),
  };
}

function operationSchemas(document: Document, operation: Document): [string, Document][] {
  const id: string = operation.operationId;
  const request = resolve(document, operation.requestBody)?.content["application/json"].schema;
  return [
    [`${id}.path`, parametersSchema(document, operation, "path")],
    [`${id}.query`, parametersSchema(document, operation, "query")],
    ...(request ? [[`${id}.request`, request] as [string, Document]] : []),
    ...Object.entries<Document>(operation.responses).flatMap(([status, node]): [string, Document][] => {
      const schema = resolve(document, node).content?.["application/json"]?.schema;
      return schema ? [[`${id}.${status}`, schema]] : [];
    }),
  ];
}

/** The parameters of one location as an object, so that a validator can judge them together. */
function parametersSchema(document: Document, operation: Document, location: string): object {
  const parameters = (operation.parameters ?? [])
    .map((node: Document) => resolve(document, node))
    .filter((parameter: Document) => parameter.in === location);
  return {
    type: "object",
    required: parameters.filter((parameter: Document) => parameter.required).map(({ name }: Document) => name),
    properties: Object.fromEntries(parameters.map(({ name, schema }: Document) => [name, schema])),
  };
}

/** A schema of the spec as it stands alone: references point to `$defs`. */
function toJsonSchema(schema: Document): Document {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === "$ref" && typeof value === "string" ? value.replace("#/components/schemas/", "#/$defs/") : value,
  );
}
