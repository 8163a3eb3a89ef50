import { contradictions } from "./contradictions.ts";
import type { DocumentedField, DocumentedOperation, DocumentedParameter } from "./documented.ts";
import { atReference, branches, dereference, isNode, type Node, sites } from "./resolve.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * What the reference pages document and the spec has not, or has otherwise; and operations of the spec that no page
 * documents. Each finding names its operation and value. Empty where the spec keeps to the pages.
 */
export function missing(document: Node, documented: readonly DocumentedOperation[]): string[] {
  const names = new Set(documented.map(({ operation }) => operation));
  const undocumented = operationsOf(document).filter((operation) => !names.has(operation));
  return [
    ...documented.flatMap((entry) => operationFindings(document, entry)),
    ...undocumented.map((operation) => `${operation}: is in the spec and in no documented list`),
  ];
}

function operationsOf(document: Node): string[] {
  return Object.entries(isNode(document.paths) ? document.paths : {}).flatMap(([path, item]) =>
    METHODS.filter((method) => isNode(item) && method in item).map((method) => `${method.toUpperCase()} ${path}`),
  );
}

function operationFindings(document: Node, entry: DocumentedOperation): string[] {
  const [method = "", path = ""] = entry.operation.split(" ");
  const item = dereference(document, isNode(document.paths) ? document.paths[path] : undefined);
  const operation = item[method.toLowerCase()];
  if (!isNode(operation)) return [`${entry.operation}: is missing`];
  const body = bodySchema(document, operation.requestBody);
  const answer = bodySchema(document, isNode(operation.responses) ? operation.responses["200"] : undefined);
  return [
    ...accessFindings(document, operation, entry),
    ...entry.parameters.flatMap((each) => parameterFindings(document, [operation, item], each)),
    ...fieldFindings(document, "request", body, entry.request ?? []),
    ...fieldFindings(document, "response", answer, entry.response),
  ].map((finding) => `${entry.operation}: ${finding}`);
}

function bodySchema(document: Node, holder: unknown): unknown {
  return atReference(dereference(document, holder), "#/content/application~1json/schema");
}

function accessFindings(document: Node, operation: Node, entry: DocumentedOperation): string[] {
  const findings: string[] = [];
  const server = atReference(document, "#/servers/0/url");
  if (entry.server !== undefined && entry.server !== server) {
    findings.push(`server is documented as ${entry.server} and is ${server}`);
  }
  const [first] = [operation.security ?? document.security].flat();
  const name = isNode(first) ? Object.keys(first)[0] : undefined;
  const scheme = dereference(document, atReference(document, `#/components/securitySchemes/${name}`));
  if (entry.security === "bearer" && (scheme.type !== "http" || scheme.scheme !== "bearer")) {
    findings.push("a bearer token is documented and not required");
  }
  return findings;
}

function parameterFindings(document: Node, holders: readonly Node[], documented: DocumentedParameter): string[] {
  const label = `${documented.in} parameter "${documented.name}"`;
  const parameter = holders
    .flatMap((holder) => (Array.isArray(holder.parameters) ? holder.parameters : []))
    .map((each) => dereference(document, each))
    .find((each) => each.name === documented.name && each.in === documented.in);
  if (!parameter || !isNode(parameter.schema)) return [`${label} is missing`];
  const { required, ...facts } = documented;
  const findings = contradictions(document, [{ schema: sourcedSchema(parameter, parameter.schema) }], facts);
  if (parameter.required === true && required !== true) findings.push("is required and is documented as optional");
  if (parameter.required !== true && required === true) findings.push("is optional and is documented as required");
  if (documented.enum && isOpen(document, parameter.schema)) findings.push("is a request enum and is not closed");
  return findings.map((finding) => `${label} ${finding}`);
}

/** A parameter's own x-source speaks for its schema. */
function sourcedSchema(parameter: Node, schema: Node): Node {
  return "x-source" in parameter ? { ...schema, "x-source": parameter["x-source"] } : schema;
}

function isOpen(document: Node, schema: Node): boolean {
  const parts = branches(document, schema);
  const items = parts.flatMap((part) => branches(document, part.items));
  return ![...parts, ...items].some((part) => "enum" in part);
}

function fieldFindings(
  document: Node,
  where: string,
  schema: unknown,
  documented: readonly DocumentedField[],
): string[] {
  const absent: string[] = [];
  return documented.flatMap(({ path, ...facts }) => {
    // The fields below one that is missing are missing too: one finding says it.
    if (absent.some((parent) => path.startsWith(`${parent}.`) || path.startsWith(`${parent}[`))) return [];
    const found = sites(document, schema, path);
    if (found.length === 0) absent.push(path);
    const findings = found.length === 0 ? ["is missing"] : contradictions(document, found, facts);
    return findings.map((finding) => `${where} ${path} ${finding}`);
  });
}
