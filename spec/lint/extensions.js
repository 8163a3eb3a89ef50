import { below, isNode, segmentsOf } from "./document.js";

/** @import { Node, Problem } from "./document.js" */
/** @typedef {{ name: string, value: unknown, pointer: string, holder: Node }} Extension */

/** The extensions of `spec/README.md`. */
const EXTENSIONS = [
  "x-pagination",
  "x-sensitive",
  "x-extensible-enum",
  "x-source",
  "x-array-format",
  "x-token-variable",
];

/** Below these keys stand values, in which a name that begins with `x-` is data. */
const DATA = new Set(["example", "value", "default", "const", "enum", "required"]);

/** Below these keys stand names of the document's author, which may begin with `x-` as well. */
const NAMES = new Set([
  ...["properties", "patternProperties", "$defs", "dependentSchemas", "mapping"],
  ...["schemas", "headers", "examples", "content", "requestBodies", "securitySchemes", "links", "callbacks"],
  ...["pathItems", "variables", "scopes", "encoding"],
]);

/**
 * Every `x-` extension of a document. Properties, headers and the like that are *named* `x-…` are none.
 *
 * @param {unknown} document
 * @returns {Extension[]}
 */
export function extensionsOf(document) {
  return extensionsBelow(document, "", false);
}

/**
 * @param {unknown} value
 * @param {string} pointer
 * @param {boolean} isNameMap
 * @returns {Extension[]}
 */
function extensionsBelow(value, pointer, isNameMap) {
  if (Array.isArray(value)) return value.flatMap((each, index) => extensionsBelow(each, below(pointer, index), false));
  if (!isNode(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const here = below(pointer, name);
    if (isNameMap) return extensionsBelow(child, here, false);
    if (name.startsWith("x-")) return [{ name, value: child, pointer: here, holder: value }];
    // In a schema, `examples` is a list of values; elsewhere it maps names to Example Objects.
    if (DATA.has(name) || (name === "examples" && Array.isArray(child))) return [];
    return extensionsBelow(child, here, NAMES.has(name));
  });
}

/**
 * An extension that README does not define is a typing error that nothing else would notice.
 *
 * @param {unknown} document
 * @returns {Problem[]}
 */
export function unknownExtensionProblems(document) {
  return extensionsOf(document)
    .filter(({ name }) => !EXTENSIONS.includes(name))
    .map(({ name, pointer }) => ({
      pointer,
      message: `Extension "${name}" is unknown; known are ${EXTENSIONS.join(", ")}.`,
    }));
}

/**
 * @param {unknown} document
 * @returns {Problem[]}
 */
export function sourceProblems(document) {
  return extensionsOf(document)
    .filter(({ name, value }) => name === "x-source" && !/^(docs|client|guess): \S/.test(String(value)))
    .map(({ value, pointer }) => ({
      pointer,
      message: `x-source is ${JSON.stringify(value)}; it must be "docs: …", "client: …" or "guess: …".`,
    }));
}

/**
 * @param {unknown} document
 * @returns {Problem[]}
 */
export function tokenVariableProblems(document) {
  return extensionsOf(document)
    .filter(({ name }) => name === "x-token-variable")
    .flatMap(({ value, pointer }) => {
      if (!pointer.startsWith("/components/securitySchemes/") || segmentsOf(pointer).length !== 4) {
        return [{ pointer, message: "x-token-variable belongs on a security scheme." }];
      }
      const valid = typeof value === "string" && /^[A-Z][A-Z0-9_]*$/.test(value);
      const message = `x-token-variable is ${JSON.stringify(value)}; it must name an environment variable, in upper case.`;
      return valid ? [] : [{ pointer, message }];
    });
}
