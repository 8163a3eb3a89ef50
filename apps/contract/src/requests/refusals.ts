import type { JsonSchemas } from "@agent-chats/schema";
import type { SchemaValidator } from "../oracle/schema-validator.ts";
import { breachesOf, outermostOf } from "../schema/breaches.ts";
import { variantsOf } from "../schema/variants.ts";
import type { SpecOperation, SpecParameter } from "../specs.ts";
import { nearMissesOf, suspects } from "./parameter-values.ts";
import { requestCasesOf, type Values } from "./request-case.ts";
import { brokenBy } from "./rules.ts";
import { toWireLine } from "./wire-line.ts";

/** A request that the spec forbids. */
export interface Refusal {
  /** Completes the sentence "refuses …". */
  readonly what: string;
  /** Path and query. */
  readonly target: string;
  /** JSON body. */
  readonly body?: unknown;
  /** Where a keyword of the body's schema is broken. */
  readonly place?: string;
  /** What it breaks: the parameter, or the body's top member, and the keywords of its schema. */
  readonly breaks: { readonly name: string; readonly keywords: readonly string[] };
}

/** Requests of an operation that the spec forbids, made from the spec; each breaks one parameter or one place of the body. */
export function refusalsOf(
  operation: SpecOperation,
  document: JsonSchemas,
  by: SchemaValidator,
  given: Values = {},
): Refusal[] {
  const [base] = requestCasesOf(operation, document, given);
  if (!base) return [];
  const target = (values: Values, removed?: string) => {
    const query = Object.fromEntries(Object.entries({ ...base.query, ...values }).filter(([name]) => name !== removed));
    const parts = { path: { ...base.path, ...values }, query: onlyQuery(operation, query) };
    // Prism does not look at names with brackets.
    return toWireLine(operation, parts, "documented").replace(/^\S+ /, "");
  };
  const values = operation.parameters.flatMap((parameter) => wrongValues(parameter, target));
  const missing = operation.parameters.filter((parameter) => parameter.in === "query" && parameter.required);
  const bodies = bodyBreaches(operation, document, by);
  const sent = base.body === undefined ? {} : { body: base.body };
  const refusals = [
    ...values.map((refusal) => ({ ...refusal, ...sent })),
    ...missing.map(({ name }) => ({
      what: `a request without ${name}`,
      target: target({}, name),
      breaks: { name, keywords: ["required"] },
    })),
    ...bodies.map((refusal) => ({ ...refusal, target: target({}) })),
  ];
  return [...new Map(refusals.map((refusal) => [refusal.what, refusal])).values()];
}

/** Every near miss, and of the suspects one for each set of keywords that they break. */
function wrongValues(parameter: SpecParameter, target: (values: Values) => string): Refusal[] {
  const { name, schema } = parameter;
  const broken = (texts: readonly string[]) =>
    texts.map((text) => ({ text, keywords: brokenBy(schema, text) })).filter(({ keywords }) => keywords.length > 0);
  const others = new Map(broken(suspects.toReversed()).map((wrong) => [wrong.keywords.join(" "), wrong]));
  return [...broken(nearMissesOf(parameter)), ...others.values()].map(({ text, keywords }) => ({
    what: `${text.length > 40 ? `${text.length} characters` : `"${text}"`} as ${name}`,
    target: target({ [name]: schema.type === "array" ? [text] : text }),
    breaks: { name, keywords },
  }));
}

function bodyBreaches({ id, body }: SpecOperation, document: JsonSchemas, by: SchemaValidator) {
  const definition = `${id}.request`;
  if (!by.has(definition)) return [];
  const schema = { $ref: `#/$defs/${definition}` };
  const found = variantsOf(document, schema).flatMap((value) => breachesOf(by, document, schema, value, definition));
  return outermostOf(found).map(({ place, value }) => {
    const { name, keywords } = whereBroken(document, body, value);
    return { what: `a body that breaks ${place}`, place, body: value, breaks: { name, keywords } };
  });
}

/** The top member of a body that is wrong, by the rules of the spec alone. */
function whereBroken(document: JsonSchemas, schema: SpecOperation["body"], value: unknown) {
  const keywords = brokenBy(schema, value, document);
  const members = Object.entries((schema.properties ?? {}) as Values).filter(
    ([name, node]) => brokenBy(node, (value as Values)[name], document).length > 0,
  );
  const [name = "body"] = members.map(([member]) => member);
  return { name, keywords };
}

function onlyQuery({ parameters }: SpecOperation, values: Values): Values {
  const names = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
