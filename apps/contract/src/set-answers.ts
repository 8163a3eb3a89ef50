import type { JsonSchemas } from "@agent-chats/schema";
import type { SchemaValidator } from "./oracle/schema-validator.ts";
import { isNode } from "./pointer.ts";
import { breachesOf, outermostOf } from "./schema/breaches.ts";
import { variantsOf } from "./schema/variants.ts";
import type { SpecOperation } from "./specs.ts";
import type { SetAnswer } from "./upstream.ts";

type Answer = SpecOperation["answers"][number];

/** Answers of a status that the spec allows, made from it: together they show everything that it says of them. */
export function allowedAnswersOf(operation: SpecOperation, answer: Answer, document: JsonSchemas): SetAnswer[] {
  const [mediaType = ""] = answer.mediaTypes;
  if (mediaType !== "application/json") return [toAnswer(answer, "a text of the vendor's")];
  const bodies = variantsOf(document, schemaOf(operation, answer));
  return bodies.map((body) => toAnswer(answer, JSON.stringify(body)));
}

/** An answer with one keyword broken, and the place of that keyword. */
export interface BrokenAnswer {
  readonly place: string;
  readonly answer: SetAnswer;
}

/**
 * Answers of a status with one keyword of their schema broken each. Those that the spec allows nevertheless, because
 * another branch of a union takes the value, are left out: by the second oracle's word, which Prism is then held to.
 */
export function brokenAnswersOf(
  operation: SpecOperation,
  answer: Answer,
  document: JsonSchemas,
  by: SchemaValidator,
): BrokenAnswer[] {
  const name = definitionOf(operation, answer);
  if (!by.has(name)) return [];
  const schema = schemaOf(operation, answer);
  const breaches = variantsOf(document, schema).flatMap((value) => breachesOf(by, document, schema, value, name));
  const wrong = breaches.filter(({ value }) => by.judge(name, value, "body").length > 0);
  return outermostOf(wrong).map(({ place, value }) => ({
    place,
    answer: toAnswer(answer, JSON.stringify(value)),
  }));
}

/** Name of the definition of an answer's body. */
function definitionOf({ id }: SpecOperation, { status }: Answer): string {
  return `${id}.${status}`;
}

function schemaOf(operation: SpecOperation, answer: Answer) {
  return { $ref: `#/$defs/${definitionOf(operation, answer)}` };
}

/** An answer with every header that the spec declares. */
export function toAnswer({ status, mediaTypes, headers, headerSchemas }: Answer, body: string): SetAnswer {
  const declared = Object.keys(headerSchemas).map((name) => [name, headers[name] ?? "1"]);
  return { status, headers: { "content-type": mediaTypes[0] ?? "", ...Object.fromEntries(declared) }, body };
}

/** The value of a body, where it is JSON; its text otherwise, and nothing where there is none. */
export function toBodyValue({ headers, body }: SetAnswer): unknown {
  if (headers["content-type"] !== "application/json") return body;
  const value: unknown = JSON.parse(body);
  return isNode(value) || Array.isArray(value) ? value : body;
}
