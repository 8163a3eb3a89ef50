import { atReference, dereference, isNode, type Node } from "./resolve.ts";

/** A named example, with the schema that it must keep. */
export type Example = {
  /** Operation and place, for messages: `listChats 200 first`. */
  readonly label: string;
  readonly name: string;
  readonly value: unknown;
  /** Local reference to the schema. */
  readonly schema: string;
};

/** One operation of a document. */
export type Operation = { readonly id: string; readonly reference: string; readonly node: Node };

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** A local reference to something below another. */
function below(reference: string, ...segments: (string | number)[]): string {
  const escaped = segments.map((each) => encodeURIComponent(String(each).replaceAll("~", "~0").replaceAll("/", "~1")));
  return [reference, ...escaped].join("/");
}

/** Every operation of a document. */
export function operationsOf(document: Node): Operation[] {
  return Object.entries(isNode(document.paths) ? document.paths : {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const node = isNode(item) ? item[method] : undefined;
      return isNode(node) ? [{ id: String(node.operationId), reference: below("#/paths", path, method), node }] : [];
    }),
  );
}

/** The named examples of an operation's responses, by status. */
export function responseExamples(document: Node, operation: Operation): Map<string, Example[]> {
  const responses = isNode(operation.node.responses) ? Object.keys(operation.node.responses) : [];
  return new Map(
    responses.map((status) => {
      const reference = target(document, below(operation.reference, "responses", status));
      return [status, bodyExamples(document, reference, `${operation.id} ${status}`)];
    }),
  );
}

/** The named examples of an operation's request body. */
export function requestExamples(document: Node, operation: Operation): Example[] {
  const reference = target(document, below(operation.reference, "requestBody"));
  return bodyExamples(document, reference, `${operation.id} request`);
}

/** The examples of an operation's parameters and response headers. */
export function valueExamples(document: Node, operation: Operation): Example[] {
  const parameters = members(document, below(operation.reference, "parameters"));
  const headers = members(document, below(operation.reference, "responses")).flatMap((response) =>
    members(document, below(response, "headers")),
  );
  return [...parameters, ...headers].flatMap((reference) => {
    const holder = dereference(document, atReference(document, reference));
    const label = `${operation.id} ${holder.name ?? reference.split("/").at(-1)}`;
    const single = "example" in holder ? [{ label, name: "example", value: holder.example }] : [];
    return [...single, ...named(document, holder, label)].map((each) => ({
      ...each,
      schema: below(reference, "schema"),
    }));
  });
}

/** The local references of every response body's schema. */
export function bodySchemas(document: Node, operation: Operation): string[] {
  return members(document, below(operation.reference, "responses")).flatMap((response) =>
    members(document, below(response, "content")).map((media) => below(media, "schema")),
  );
}

/** The statuses that are declared to have no body: their `content` is an empty object. */
export function bodilessStatuses(document: Node, operation: Operation): string[] {
  return Object.entries(isNode(operation.node.responses) ? operation.node.responses : {})
    .filter(([, response]) => {
      const { content } = dereference(document, response);
      return isNode(content) && Object.keys(content).length === 0;
    })
    .map(([status]) => status);
}

function bodyExamples(document: Node, holder: string, label: string): Example[] {
  return members(document, below(holder, "content")).flatMap((media) => {
    const node = dereference(document, atReference(document, media));
    return named(document, node, label).map((each) => ({ ...each, schema: below(media, "schema") }));
  });
}

function named(document: Node, holder: Node, label: string): Omit<Example, "schema">[] {
  return Object.entries(isNode(holder.examples) ? holder.examples : {}).map(([name, example]) => ({
    label: `${label} ${name}`,
    name,
    value: dereference(document, example).value,
  }));
}

function members(document: Node, reference: string): string[] {
  const value = atReference(document, reference);
  const names = typeof value === "object" && value !== null ? Object.keys(value) : [];
  return names.map((name) => target(document, below(reference, name)));
}

/** Where a reference ends, when what it leads to is a reference in turn. */
function target(document: Node, reference: string): string {
  const node = atReference(document, reference);
  return isNode(node) && typeof node.$ref === "string" ? target(document, node.$ref) : reference;
}
