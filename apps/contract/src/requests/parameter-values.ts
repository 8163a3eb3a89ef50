import { isNode, type Node } from "../pointer.ts";
import { branchesOf, typesOf } from "../schema/definitions.ts";
import { matchingTexts } from "../schema/matching-texts.ts";
import type { SpecParameter } from "../specs.ts";

/** A text of every letter that a query or a path must encode, and some beyond Latin-1. */
const plainText = "Köln & 50% #1+1=2? Łódź 漢字";

const formats: Readonly<Record<string, string>> = {
  uuid: "6b9f2e81-0d4c-4a53-b7e8-3c1f5d9a2046",
  date: "2024-02-29",
  "date-time": "2026-11-01T08:30:00.000Z",
};

/** Values that a parameter's schema allows: each of an enum, each branch of a union, and the ends of each range. */
export function valuesOf(parameter: SpecParameter): unknown[] {
  const { schema } = parameter;
  if (schema.type !== "array") return [...new Set([...exampleOf(parameter), ...scalars(schema)])];
  const items = isNode(schema.items) ? scalars(schema.items) : [];
  // No item, each alone, two, and all.
  return [[], ...items.map((item) => [item]), items.slice(0, 2), items];
}

function exampleOf({ example }: SpecParameter): unknown[] {
  return example === undefined ? [] : [example];
}

function scalars(schema: Node): unknown[] {
  if (Array.isArray(schema.enum)) return schema.enum;
  const branches = branchesOf(schema);
  if (branches.length > 0) return branches.flatMap((branch) => (isNode(branch) ? scalars(branch) : []));
  const [type] = typesOf(schema);
  if (type === "integer" || type === "number") return numbers(schema);
  if (type === "boolean") return [true, false];
  if (typeof schema.pattern === "string") return [...matchingTexts(schema.pattern)];
  if (typeof schema.format === "string") return [formats[schema.format] ?? plainText];
  const { maxLength } = schema;
  return typeof maxLength === "number" ? [plainText, "x".repeat(maxLength - 1), "x".repeat(maxLength)] : [plainText];
}

function numbers({ minimum, maximum }: Node): unknown[] {
  const low = typeof minimum === "number" ? [minimum, minimum + 1] : [0];
  return typeof maximum === "number" ? [...low, maximum - 1, maximum] : low;
}

/** Texts of which most schemas forbid some. Whether one is forbidden, and why, is for the rules of the spec to say. */
export const suspects: readonly string[] = ["fax", "-1", "1.5", "yesterday", "4e0e902f-bc2e-1084-8201-0b98a220e6f3"];

/** Texts just outside what a parameter's schema allows: beyond an end of a range, in other letters. */
export function nearMissesOf({ schema }: SpecParameter): string[] {
  const node = isNode(schema.items) ? schema.items : schema;
  const { minimum, maximum, maxLength } = node;
  return [
    ...(Array.isArray(node.enum) ? [swapCase(String(node.enum[0]))] : []),
    ...(typeof minimum === "number" ? [String(minimum - 1)] : []),
    ...(typeof maximum === "number" ? [String(maximum + 1)] : []),
    ...(typeof maxLength === "number" ? ["x".repeat(maxLength + 1)] : []),
  ];
}

function swapCase(text: string): string {
  return text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase();
}
