import { below, isNode, parametersOf } from "./document.js";
import { branchesAt } from "./schemas.js";

/** @import { Node } from "./document.js" */
/** @import { KeyProblem } from "./pagination-values.js" */

/**
 * Query parameters that a descriptor names and the operation does not have, or describes otherwise.
 *
 * @param {unknown} document
 * @param {string} path
 * @param {string} method
 * @param {Node} descriptor
 * @returns {KeyProblem[]}
 */
export function parameterProblems(document, path, method, descriptor) {
  const query = parametersOf(document, path, method).filter(({ node }) => node.in === "query");
  const range = isNode(descriptor.createdRange) ? Object.values(descriptor.createdRange) : [];
  const named = [
    ["position", descriptor.position],
    ["size", descriptor.size],
    ...range.map((each) => ["createdRange", each]),
  ];
  const names = query.map(({ node }) => node.name).join(", ") || "none";
  const absent = named
    .filter(([, name]) => !query.some(({ node }) => node.name === name))
    .map(([key, name]) => ({
      key: String(key),
      message: `"${key}" names the query parameter ${JSON.stringify(name)}, which the operation has not; it has ${names}.`,
    }));
  const facetOf = facetReader(document, query);
  return [
    ...absent,
    ...facetProblem(descriptor, "first", facetOf(descriptor.position, "default"), "default of the position"),
    ...facetProblem(descriptor, "defaultSize", facetOf(descriptor.size, "default"), "default of the size"),
    ...facetProblem(descriptor, "maximumSize", facetOf(descriptor.size, "maximum"), "maximum of the size"),
  ];
}

/**
 * @param {unknown} document
 * @param {{ node: Node, pointer: string }[]} query
 */
function facetReader(document, query) {
  return (/** @type {unknown} */ name, /** @type {string} */ facet) => {
    const parameter = query.find(({ node }) => node.name === name);
    const parts = parameter ? branchesAt(document, below(parameter.pointer, "schema")) : [];
    return parts.find(({ node }) => facet in node)?.node[facet];
  };
}

/**
 * A number that stands at the parameter and in the descriptor must be one number.
 *
 * @param {Node} descriptor
 * @param {string} key
 * @param {unknown} declared
 * @param {string} words
 * @returns {KeyProblem[]}
 */
function facetProblem(descriptor, key, declared, words) {
  if (declared === undefined || Number(declared) === descriptor[key]) return [];
  const value = descriptor[key] === undefined ? "left out" : descriptor[key];
  return [{ key, message: `"${key}" is ${value}; the ${words} parameter is ${JSON.stringify(declared)}.` }];
}
