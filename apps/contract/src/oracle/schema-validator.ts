import type { JsonSchemas } from "@agent-chats/schema";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Node } from "../pointer.ts";
import type { Fault } from "./judgement.ts";

/** Judges values by JSON Schemas. */
export interface SchemaValidator {
  /** Whether the document has a definition of that name. */
  has(definition: string): boolean;
  /** Faults of a value by a definition; `place` is where the value stands. */
  judge(definition: string, value: unknown, place: string): Fault[];
  /** Whether a value satisfies a schema, which may refer to the document's definitions. */
  accepts(schema: Node, value: unknown): boolean;
}

const validators = new WeakMap<JsonSchemas, SchemaValidator>();

/** The validator of a document. There is one of each: all operations of a spec are in the same document. */
export function validatorOf(document: JsonSchemas): SchemaValidator {
  const validator = validators.get(document) ?? createSchemaValidator(document);
  validators.set(document, validator);
  return validator;
}

/** Makes a validator. Formats are asserted in full: a 30 February is no date. */
function createSchemaValidator(document: JsonSchemas): SchemaValidator {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv, { mode: "full" });
  ajv.addSchema(document);
  const compiled = new Map<unknown, ValidateFunction>();
  const compile = (key: unknown, schema: object) => {
    const validate = compiled.get(key) ?? ajv.compile(schema);
    compiled.set(key, validate);
    return validate;
  };

  return {
    has: (definition) => Object.hasOwn(document.$defs, definition),
    judge(definition, value, place) {
      const validate = compile(definition, { $ref: `${document.$id}#/$defs/${definition}` });
      return validate(value) ? [] : (validate.errors ?? []).map((error) => toFault(error, place));
    },
    accepts: (schema, value) => compile(schema, withAbsoluteRefs(schema, document.$id) as object)(value),
  };
}

function withAbsoluteRefs(schema: unknown, root: string): unknown {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === "$ref" && typeof value === "string" && value.startsWith("#") ? root + value : value,
  );
}

function toFault({ instancePath, keyword, params, message = "is not valid" }: ErrorObject, place: string): Fault {
  const member: string | undefined = params.missingProperty ?? params.additionalProperty;
  const path = member === undefined ? instancePath : `${instancePath}/${member}`;
  // A parameter is the member of an object that there is in the schema only.
  const at = place === "body" ? `body ${path}` : `${place} ${path.slice(1)}`;
  return { at: at.trim(), rule: keyword, message };
}
