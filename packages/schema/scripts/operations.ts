import { branches, type Document, type OperationEntry, operationEntries, resolve } from "./document.ts";
import type { Operation, Pagination, Parameter, Vendor } from "./operation.ts";
import { sensitivePointers } from "./sensitive.ts";

/** The operation table of one vendor. */
export function generateVendor(id: string, document: Document): Vendor {
  const scheme = Object.values<Document>(document.components.securitySchemes)[0];
  const operations = operationEntries(document).map((entry) => toOperation(document, entry));
  return {
    id,
    title: document.info.title,
    baseUrl: document.servers[0].url,
    tokenVariable: scheme["x-token-variable"],
    operations: Object.fromEntries(operations.map((operation) => [operation.id, operation])),
  };
}

function toOperation(document: Document, { path, method, operation }: OperationEntry): Operation {
  const answer = successSchema(document, operation);
  const pagination: Pagination | undefined = operation["x-pagination"];
  return {
    id: operation.operationId,
    method: method.toUpperCase() as Operation["method"],
    path,
    summary: operation.summary,
    parameters: (operation.parameters ?? []).map((parameter: Document) => toParameter(document, parameter)),
    requestBody: operation.requestBody !== undefined,
    answer: resolve(document, answer).type,
    answerMembers: requiredMembers(document, answer),
    statuses: Object.keys(operation.responses).map(Number),
    errors: errorBodies(document, operation),
    ...(pagination && { pagination }),
    sensitive: sensitivePointers(document, answer),
  };
}

/** Schema of the JSON body of an operation's success, mostly its 200. */
function successSchema(document: Document, operation: Document): Document {
  const successes = Object.entries<Document>(operation.responses).filter(([status]) => status.startsWith("2"));
  const bodies = successes.map(([, response]) => resolve(document, response).content?.["application/json"]);
  const body = bodies.find((each) => each !== undefined);
  if (!body) throw new Error(`${operation.operationId} declares no success with a JSON body.`);
  return body.schema;
}

/** What the body of each error is at its top. Those that are no JSON are text. */
function errorBodies(document: Document, operation: Document): Operation["errors"] {
  const errors = Object.entries<Document>(operation.responses).filter(([status]) => !status.startsWith("2"));
  const typeOf = (response: Document) => {
    const json = resolve(document, response).content?.["application/json"];
    return json ? resolve(document, json.schema).type : "string";
  };
  return Object.fromEntries(errors.map(([status, response]) => [Number(status), typeOf(response)]));
}

function requiredMembers(document: Document, answer: Document): Operation["answerMembers"] {
  const { required = [], properties = {} } = resolve(document, answer);
  const types = required.map((name: string) => [name, resolve(document, properties[name]).type]);
  return Object.fromEntries(types.filter(([, type]: [string, unknown]) => type === "object" || type === "array"));
}

function toParameter(document: Document, node: Document): Parameter {
  const parameter = resolve(document, node);
  const schema = resolve(document, parameter.schema);
  const isArray = schema.type === "array";
  const values = branches(document, isArray ? schema.items : schema);
  const style = parameter.style ?? (parameter.in === "query" ? "form" : "simple");
  return {
    name: parameter.name,
    in: parameter.in,
    required: parameter.required === true,
    type: values[0].type,
    array: isArray,
    style,
    explode: parameter.explode ?? style === "form",
    ...(parameter["x-array-format"] && { arrayFormat: parameter["x-array-format"] }),
    ...(values.some(({ format }) => format === "date" || format === "date-time") && { instant: true as const }),
  };
}
