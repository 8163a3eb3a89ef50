import type { JsonSchemas } from "@agent-chats/schema";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describeErrors } from "./validation-message.ts";

/** Judges values by the schemas of a spec; says what is wrong, or undefined where nothing is. */
export type Validator = (schema: string, value: unknown) => string | undefined;

/** Makes a validator. A schema is compiled when it is used for the first time. */
export function createValidator(jsonSchemas: JsonSchemas): Validator {
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true });
  formats.default(ajv, ["uuid", "date", "date-time"]);
  ajv.addSchema(jsonSchemas);
  const compiled = new Map<string, ValidateFunction>();
  return (schema, value) => {
    const validate = compiled.get(schema) ?? ajv.compile({ $ref: `${jsonSchemas.$id}#/$defs/${schema}` });
    compiled.set(schema, validate);
    return validate(value) ? undefined : describeErrors(validate.errors ?? []);
  };
}
