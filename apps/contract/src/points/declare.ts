import type { JsonSchemas } from "@agent-chats/schema";
import { isNode, type Node } from "../pointer.ts";
import { createPlaces, notePlaces } from "../schema/observe.ts";
import type { Spec, SpecOperation, SpecParameter } from "../specs.ts";
import type { AxisId } from "./axes.ts";
import type { Coverage } from "./coverage.ts";

/** What an operation that lists can fail with, and what every other can. */
const errorKinds = ["http", "connection", "timeout", "unexpected-response", "invalid-request"];
const listErrorKinds = [...errorKinds, "pagination", "cursor"];

/** Keywords of a parameter's schema that say what a value may be. */
export const parameterKeywords = ["type", "enum", "pattern", "format", "minimum", "maximum", "maxLength", "anyOf"];

/** Declares every point that a spec has. */
export function declareSpec(coverage: Coverage, { operations }: Spec, document: JsonSchemas): void {
  for (const operation of operations) {
    const declare = (axis: AxisId, name: string) => coverage.declare(axis, operation, name);
    declare("operations", "");
    for (const kind of operation.pagination ? listErrorKinds : errorKinds) declare("error-kinds", kind);
    for (const parameter of operation.parameters) declareParameter(declare, parameter);
    declareBody(declare, operation, document);
    for (const { status, examples } of operation.answers) {
      declare("statuses-obtained", `${status}`);
      declare("statuses-asserted", `${status}`);
      for (const { name } of examples) declare("examples", `${status} ${name}`);
      declareAnswer(declare, `${operation.id}.${status}`, `${status}`, document);
    }
  }
}

type Declare = (axis: AxisId, name: string) => void;

function declareParameter(declare: Declare, { name, in: location, schema, required }: SpecParameter): void {
  const place = `${location} ${name}`;
  const node = itemOf(schema);
  declare("parameters", `${place} sent`);
  if (location !== "path") declare("parameters", `${place} omitted`);
  if (schema.type === "array")
    for (const count of ["one item", "more items"]) declare("parameters", `${place} of ${count}`);
  for (const value of Array.isArray(node.enum) ? node.enum : []) declare("enum-values", `${place}=${value}`);
  for (const end of ["minimum", "maximum", "maxLength"]) {
    if (!(end in node)) continue;
    for (const side of ["on", "just inside", "just outside"]) declare("boundaries", `${place} ${side} ${end}`);
  }
  const keywords = parameterKeywords.filter((keyword) => keyword in node);
  for (const keyword of [...keywords, ...(required && location !== "path" ? ["required"] : [])]) {
    for (const state of ["kept", "broken"]) declare("request-keywords", `${place} ${keyword} ${state}`);
  }
}

function declareBody(declare: Declare, { id, bodyExamples }: SpecOperation, document: JsonSchemas): void {
  for (const { name } of bodyExamples) declare("examples", `request ${name}`);
  if (!(`${id}.request` in document.$defs)) return;
  const places = createPlaces();
  notePlaces(document, { $ref: `#/$defs/${id}.request` }, `${id}.request`, places);
  for (const place of places.properties) declare("parameters", `body ${place}`);
  for (const place of places.values) declare("enum-values", `body ${place}`);
  for (const place of places.branches) declare("union-branches", `body ${place}`);
  for (const place of places.keywords) {
    for (const state of ["kept", "broken"]) declare("request-keywords", `body ${place} ${state}`);
  }
}

function declareAnswer(declare: Declare, definition: string, status: string, document: JsonSchemas): void {
  if (!(definition in document.$defs)) return;
  const places = createPlaces();
  notePlaces(document, { $ref: `#/$defs/${definition}` }, definition, places);
  for (const place of places.properties) declare("response-properties", `${status} ${place}`);
  for (const place of places.values) declare("enum-values", `${status} ${place}`);
  for (const place of places.branches) declare("union-branches", `${status} ${place}`);
  for (const place of places.keywords) {
    for (const state of ["kept", "broken"]) declare("response-keywords", `${status} ${place} ${state}`);
  }
}

/** The schema of one value of a parameter. */
export function itemOf(schema: Node): Node {
  return isNode(schema.items) ? schema.items : schema;
}
