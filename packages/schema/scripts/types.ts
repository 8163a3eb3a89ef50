import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { type Document, withoutExamples } from "./document.ts";

const { factory } = ts;
const keyword = factory.createKeywordTypeNode;
const string = () => keyword(ts.SyntaxKind.StringKeyword);
const reference = (name: string) => factory.createTypeReferenceNode(name);
const literal = (value: string) => factory.createLiteralTypeNode(factory.createStringLiteral(value));

/** The TypeScript of a document's paths, components and operations. */
export async function generateTypes(document: Document): Promise<string> {
  const ast = await openapiTS(withoutExamples(document), {
    silent: true,
    alphabetize: false,
    emptyObjectsUnknown: true,
    defaultNonNullable: false,
    transform: (schema, { path }) => transformString(schema, path ?? ""),
  });
  const types = astToString(ast);
  return /\bUnknownTag\b/.test(types) ? `import type { UnknownTag } from "../operation.ts";\n\n${types}` : types;
}

/** Strings that say more than `string`; everything else is left to openapi-typescript. */
function transformString(schema: Document, path: string): ts.TypeNode | undefined {
  const types: string[] = [schema.type].flat();
  if (!types.includes("string")) return undefined;
  const members = stringMembers(schema, path);
  if (!members) return undefined;
  return factory.createUnionTypeNode(
    types.includes("null") ? [...members, factory.createLiteralTypeNode(factory.createNull())] : members,
  );
}

function stringMembers(schema: Document, path: string): ts.TypeNode[] | undefined {
  if (schema["x-extensible-enum"]) return openEnum(schema["x-extensible-enum"]);
  // A string that is none of the known ones: the tag of a union's last variant.
  if (schema.not) return [reference("UnknownTag")];
  const prefix = /^\^([a-z]+-)$/.exec(schema.pattern ?? "")?.[1];
  if (prefix) return [prefixed(prefix)];
  const isInstant = schema.format === "date" || schema.format === "date-time";
  if (isInstant && path.includes("/parameters/")) return [string(), reference("Date")];
  return undefined;
}

/** `"a" | "b" | (string & {})`: editors offer the known values, the compiler accepts new ones. */
function openEnum(values: string[]): ts.TypeNode[] {
  const anyString = factory.createIntersectionTypeNode([string(), factory.createTypeLiteralNode([])]);
  return [...values.map(literal), factory.createParenthesizedType(anyString)];
}

/** `tool-${string}` */
function prefixed(prefix: string): ts.TypeNode {
  return factory.createTemplateLiteralType(factory.createTemplateHead(prefix), [
    factory.createTemplateLiteralTypeSpan(string(), factory.createTemplateTail("")),
  ]);
}
