import type { JsonSchemas } from "@agent-chats/schema";

type Schema = Readonly<Record<string, unknown>>;

/** A documented field of an answer, and what the spec says of its value. */
export interface Field {
  /** JSON Pointer to it, from the body; a step `*` is each item of an array. */
  readonly at: string;
  /** JSON types that it may have; empty where the spec says nothing. */
  readonly types: readonly string[];
  /** Formats of text that it may have. */
  readonly formats: readonly string[];
  /** The values that the spec lists; undefined where it lists none. */
  readonly values: readonly unknown[] | undefined;
}

/** An object of an answer whose fields the spec names. */
interface Shape {
  readonly at: string;
  readonly names: readonly string[];
}

/** What an answer is made of, as the spec has it. */
export interface Anatomy {
  readonly fields: readonly Field[];
  readonly shapes: readonly Shape[];
}

/**
 * The fields of an operation's 200 answer. It goes no further where the spec leaves a choice of shapes: what is a
 * deviation there depends on the value.
 */
export function dissect({ $defs }: JsonSchemas, operationId: string): Anatomy {
  const fields: Field[] = [];
  const shapes: Shape[] = [];

  function visit(schema: Schema, at: string, above: readonly string[]): void {
    const [only, ...others] = alternativesOf(schema, above).filter((each) => each.schema.type !== "null");
    if (!only || others.length > 0) return;
    const { properties, items, additionalProperties } = only.schema;
    if (items) visit(items as Schema, `${at}/*`, only.above);
    if (!properties || typeof additionalProperties === "object") return;
    const entries = Object.entries(properties as Record<string, Schema>);
    shapes.push({ at, names: entries.map(([name]) => name) });
    for (const [name, property] of entries) {
      fields.push(toField(`${at}/${name}`, alternativesOf(property, only.above)));
      visit(property, `${at}/${name}`, only.above);
    }
  }

  /** The schemas of which a value satisfies one, and the references on the way; none where one of these recurs. */
  function alternativesOf(schema: Schema, above: readonly string[]): Alternative[] {
    const { $ref, ...rest } = schema as { $ref?: string };
    if ($ref !== undefined) {
      if (above.includes($ref)) return [];
      return alternativesOf({ ...$defs[$ref.slice("#/$defs/".length)], ...rest }, [...above, $ref]);
    }
    const choice = (schema.anyOf ?? schema.oneOf) as readonly Schema[] | undefined;
    return choice ? choice.flatMap((each) => alternativesOf(each, above)) : [{ schema, above }];
  }

  visit({ $ref: `#/$defs/${operationId}.200` }, "", []);
  return { fields, shapes };
}

interface Alternative {
  readonly schema: Schema;
  readonly above: readonly string[];
}

function toField(at: string, alternatives: readonly Alternative[]): Field {
  const schemas = alternatives.map(({ schema }) => schema);
  const isKnown = schemas.length > 0 && schemas.every(({ type }) => type !== undefined);
  const lists = schemas
    .map((schema) => schema.enum ?? schema["x-extensible-enum"])
    .filter((list) => list !== undefined);
  return {
    at,
    types: isKnown ? schemas.flatMap(({ type }) => type as string | string[]) : [],
    formats: schemas.flatMap(({ format }) => (typeof format === "string" ? [format] : [])),
    values: lists.length === 0 ? undefined : lists.flatMap((list) => list as unknown[]),
  };
}
