import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { type Pagination, type VendorId, vendorIds } from "@agent-chats/schema";
import { parse } from "yaml";
import { isNode, type Node, valueAt } from "./pointer.ts";

/** A named example of an answer. */
export interface Example {
  readonly name: string;
  readonly value: unknown;
}

/** A status that an operation declares. */
interface Answer {
  readonly status: number;
  readonly examples: readonly Example[];
  /** Examples of its headers by lower-case name; Prism sends them with every example of the body. */
  readonly headers: Readonly<Record<string, string>>;
  /** Schemas of its headers by lower-case name. */
  readonly headerSchemas: Readonly<Record<string, Node>>;
  /** Media types of its bodies. */
  readonly mediaTypes: readonly string[];
}

/** A parameter, with its schema as the spec has it. */
export interface SpecParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Node;
  /** OpenAPI's explode; `true` where the spec does not say, as for a query. */
  readonly explode: boolean;
  /** The vendor's own client appends `[]` to the name. */
  readonly isBracketed: boolean;
  /** The value that the spec shows. */
  readonly example: unknown;
}

/** An operation, as its spec declares it. */
export interface SpecOperation {
  readonly vendor: VendorId;
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly SpecParameter[];
  /** Schema of the JSON body that it is sent; an empty object where it is sent none. */
  readonly body: Node;
  /** Named examples of that body. */
  readonly bodyExamples: readonly Example[];
  readonly pagination: Pagination | undefined;
  readonly answers: readonly Answer[];
}

/** What the contract needs of a vendor's spec. */
export interface Spec {
  readonly vendor: VendorId;
  /** The OpenAPI document. */
  readonly file: string;
  /** Root of the vendor's API. */
  readonly server: string;
  readonly operations: readonly SpecOperation[];
}

type Follow = (node: unknown) => Node;

const require = createRequire(import.meta.url);
const methods = ["get", "put", "post", "delete", "patch"];

/**
 * Reads a vendor's spec from its YAML, not from the tables generated of it: the contract holds those to the spec.
 * `file` is another document than the vendor's own.
 */
export function readSpec(vendor: VendorId, file = fileOf(vendor)): Spec {
  const document = readYaml(file);
  const follow: Follow = (node) => {
    if (!isNode(node)) return {};
    if (typeof node.$ref !== "string") return node;
    if (node.$ref.startsWith("#")) return follow(valueAt(document, node.$ref.slice(1)));
    return readYaml(resolve(dirname(file), node.$ref));
  };
  const operations = Object.entries(follow(document.paths)).flatMap(([path, item]) =>
    Object.entries(follow(item))
      .filter(([method]) => methods.includes(method))
      .map(([method, node]) => readOperation({ vendor, method: method.toUpperCase(), path }, follow(node), follow)),
  );
  return { vendor, file, server: String(valueAt(document, "/servers/0/url")), operations };
}

/** The specs of all vendors. */
export const specs: readonly Spec[] = vendorIds.map((vendor) => readSpec(vendor));

/** The named examples of a status; none where it is not declared. */
export function examplesOf(operation: SpecOperation, status: number): readonly Example[] {
  return operation.answers.find((answer) => answer.status === status)?.examples ?? [];
}

function readOperation(
  place: Pick<SpecOperation, "vendor" | "method" | "path">,
  node: Node,
  follow: Follow,
): SpecOperation {
  const parameters = Array.isArray(node.parameters) ? node.parameters.map(follow) : [];
  const requestBody = follow(node.requestBody);
  return {
    ...place,
    id: String(node.operationId),
    parameters: parameters.map((parameter) => ({
      name: String(parameter.name),
      in: String(parameter.in),
      required: parameter.required === true,
      schema: follow(parameter.schema),
      explode: parameter.explode !== false,
      isBracketed: parameter["x-array-format"] === "brackets",
      example: parameter.example,
    })),
    body: follow(valueAt(requestBody, "/content/application~1json/schema")),
    bodyExamples: readExamples(valueAt(requestBody, "/content/application~1json"), follow),
    pagination: node["x-pagination"] as Pagination | undefined,
    answers: Object.entries(follow(node.responses)).map(([status, answer]) =>
      readAnswer(Number(status), follow(answer), follow),
    ),
  };
}

function readAnswer(status: number, node: Node, follow: Follow): Answer {
  const content = follow(node.content);
  const given = Object.entries(follow(node.headers)).map(
    ([name, header]) => [name.toLowerCase(), follow(header)] as const,
  );
  const shown = given.filter(([, { example }]) => example !== undefined);
  return {
    status,
    examples: Object.values(content).flatMap((media) => readExamples(media, follow)),
    headers: Object.fromEntries(shown.map(([name, { example }]) => [name, String(example)])),
    headerSchemas: Object.fromEntries(given.map(([name, { schema }]) => [name, follow(schema)])),
    mediaTypes: Object.keys(content),
  };
}

function readExamples(media: unknown, follow: Follow): Example[] {
  const examples = Object.entries(follow(follow(media).examples));
  return examples.map(([name, example]) => ({ name, value: follow(example).value }));
}

function fileOf(vendor: VendorId): string {
  return require.resolve(`@agent-chats/spec/${vendor}/openapi.yaml`);
}

function readYaml(file: string): Node {
  const value: unknown = parse(readFileSync(file, "utf8"));
  if (!isNode(value)) throw new TypeError(`${file} holds no object`);
  return value;
}
