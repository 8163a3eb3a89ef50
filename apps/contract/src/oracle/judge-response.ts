import type { Exchange } from "../exchange.ts";
import type { SpecOperation } from "../specs.ts";
import type { Fault } from "./judgement.ts";
import type { SchemaValidator } from "./schema-validator.ts";

type Response = Pick<Exchange, "status" | "answerHeaders" | "answer">;
type Answer = SpecOperation["answers"][number];

/** What is wrong with an answer of an operation. */
export function judgeResponse(operation: SpecOperation, response: Response, by: SchemaValidator): Fault[] {
  const { status } = response;
  const declared = operation.answers.find((answer) => answer.status === status);
  if (!declared) return [{ at: "status", rule: "undeclared", message: `${status} is not declared` }];
  return [
    ...judgeHeaders(operation, declared, response.answerHeaders, by),
    ...judgeBody(operation, declared, response, by),
  ];
}

/** Declared headers have their type; the one that a listing's total stands in must be there. */
function judgeHeaders(operation: SpecOperation, declared: Answer, headers: Headers, by: SchemaValidator): Fault[] {
  const total = operation.pagination?.total;
  const needed = total && "header" in total && declared.status === 200 ? total.header : undefined;
  return Object.entries(declared.headerSchemas).flatMap(([name, schema]) => {
    const text = headers.get(name);
    if (text === null) {
      return name === needed ? [{ at: `header ${name}`, rule: "required", message: "is missing" }] : [];
    }
    const value = schema.type === "integer" && /^-?\d+$/.test(text) ? Number(text) : text;
    return by.accepts(schema, value) ? [] : [{ at: `header ${name}`, rule: "schema", message: "has not its type" }];
  });
}

function judgeBody({ id }: SpecOperation, declared: Answer, response: Response, by: SchemaValidator): Fault[] {
  const { answer, answerHeaders, status } = response;
  if (answer === undefined) return [{ at: "body", rule: "cut", message: "did not arrive whole" }];
  const mediaType = answerHeaders.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!declared.mediaTypes.includes(mediaType)) {
    return [{ at: "header content-type", rule: "media-type", message: `is ${mediaType || "missing"}` }];
  }
  if (mediaType !== "application/json") return [];
  const definition = `${id}.${status}`;
  if (!by.has(definition)) return [{ at: "body", rule: "schema", message: "has no schema" }];
  try {
    return by.judge(definition, JSON.parse(answer), "body");
  } catch {
    return [{ at: "body", rule: "json", message: "is no JSON" }];
  }
}
