import type { ErrorObject } from "ajv/dist/2020.js";

/** One sentence on what is wrong with a value; names the parameter or member. */
export function describeErrors(errors: readonly ErrorObject[]): string {
  const [first, ...others] = relevant(errors);
  if (!first) return "The request is not valid";
  const alternatives = others.filter((error) => error.instancePath === first.instancePath);
  const said = [first, ...alternatives].map(describe);
  return `${subject(first)} ${[...new Set(said)].join(", or ")}`;
}

/**
 * A union gives the errors of all its variants. Where one variant has the tag of the value, only its errors are of
 * use; where none has, only that the tag is unknown.
 */
function relevant(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const details = errors.filter(({ keyword }) => keyword !== "oneOf" && keyword !== "anyOf");
  const foreign = new Set(details.filter(({ keyword }) => keyword === "const").map(variantOf));
  const own = details.filter((error) => !foreign.has(variantOf(error)));
  if (own.length > 0 || foreign.size === 0) return own;
  return details.filter(({ keyword }) => keyword === "const");
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

function describe({ keyword, params, message = "is not valid" }: ErrorObject): string {
  if (keyword === "required") return "is required";
  if (keyword === "additionalProperties") return "is not known";
  if (keyword === "enum") return `must be one of ${params.allowedValues.join(", ")}`;
  if (keyword === "const") return `must be ${params.allowedValue}`;
  return message;
}
