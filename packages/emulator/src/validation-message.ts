import type { ErrorObject } from "ajv/dist/2020.js";

/** What a text of each format is. */
const formatNames: Readonly<Record<string, string>> = {
  uuid: "a UUID",
  date: "an ISO 8601 date",
  "date-time": "an ISO 8601 date-time with an offset",
};

const alternativesOf = new Intl.ListFormat("en", { type: "disjunction" });

/** One sentence on what is wrong with a value; names the parameter or member. */
export function describeErrors(errors: readonly ErrorObject[]): string {
  const [first, ...others] = relevant(errors);
  if (!first) return "The request is not valid";
  const alternatives = others.filter((error) => subject(error) === subject(first));
  const said = [first, ...alternatives].map(describe);
  return `${subject(first)} ${join([...new Set(said)])}`;
}

/** Joins alternatives. The words with which all of them begin are said once: `must be a date or date-time`. */
function join(alternatives: readonly string[]): string {
  const all = alternatives.map((each) => each.split(" "));
  const [first = []] = all;
  const start = first.findIndex((word, index) => all.some((each) => each[index] !== word || index + 1 >= each.length));
  const ends = all.map((words) => words.slice(start).join(" "));
  return [...first.slice(0, start), alternativesOf.format(ends)].join(" ");
}

/**
 * A union gives the errors of all its variants. Where one variant has the tag of the value, only its errors are of
 * use; where none has, only that the tag is unknown.
 */
function relevant(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const details = withoutIdlePatterns(errors).filter(({ keyword }) => keyword !== "oneOf" && keyword !== "anyOf");
  const foreign = new Set(details.filter(({ keyword }) => keyword === "const").map(variantOf));
  const own = details.filter((error) => !foreign.has(variantOf(error)));
  if (own.length > 0 || foreign.size === 0) return own;
  return details.filter(({ keyword }) => keyword === "const");
}

/** A text that does not even have its format does not match the pattern either: that adds nothing. */
function withoutIdlePatterns(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const formless = new Set(errors.filter(({ keyword }) => keyword === "format").map((error) => error.instancePath));
  return errors.filter(({ keyword, instancePath }) => keyword !== "pattern" || !formless.has(instancePath));
}

/** The definition that an error comes from. */
function variantOf({ schemaPath }: ErrorObject): string {
  return schemaPath.split("/", 3).join("/");
}

/** The parameter, or the path to the member: `trigger.connectorUuid`. */
function subject({ instancePath, params }: ErrorObject): string {
  const member: string | undefined = params.missingProperty ?? params.additionalProperty;
  const path = [...instancePath.split("/").slice(1), ...(member ? [member] : [])];
  return path.length > 0 ? path.join(".") : "The body";
}

function describe({ keyword, params, parentSchema, message = "is not valid" }: ErrorObject): string {
  const format = formatNames[parentSchema?.format];
  if (keyword === "required") return "is required";
  if (keyword === "additionalProperties") return "is not known";
  if (keyword === "enum") return `must be one of ${params.allowedValues.join(", ")}`;
  if (keyword === "const") return `must be ${params.allowedValue}`;
  if (keyword === "format" && format) return `must be ${format}`;
  if (keyword === "pattern" && format) return `must be ${format} of an accepted form`;
  return message;
}
