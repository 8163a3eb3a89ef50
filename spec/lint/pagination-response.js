import { below, isNode, membersAt, placeAt, segmentsOf } from "./document.js";
import { branchesAt } from "./schemas.js";

/** @import { Node } from "./document.js" */
/** @import { KeyProblem } from "./pagination-values.js" */

/**
 * Pointers that a descriptor names and the 200 body does not have.
 *
 * @param {unknown} document
 * @param {string} path
 * @param {string} method
 * @param {Node} descriptor
 * @returns {KeyProblem[]}
 */
export function bodyProblems(document, path, method, descriptor) {
  const body = bodyPointer(document, path, method);
  if (body === undefined) return [{ key: "items", message: "The operation's 200 has no application/json schema." }];
  const lists = schemasAlong(document, [body], String(descriptor.items));
  const arrays = lists.filter((pointer) => hasType(document, pointer, ["array"]));
  if (arrays.length === 0) {
    return [
      { key: "items", message: `"items" ${JSON.stringify(descriptor.items)} leads to no array in the 200 body.` },
    ];
  }
  const item = arrays.flatMap((pointer) => branchesAt(document, pointer).map((each) => below(each.pointer, "items")));
  const total = isNode(descriptor.total) ? descriptor.total.body : undefined;
  return [
    ...pointerProblem(document, item, descriptor, "id", ["string", "integer"]),
    ...pointerProblem(document, item, descriptor, "createdAt", ["string"]),
    ...pointerProblem(document, item, descriptor, "updatedAt", ["string"]),
    ...pointerProblem(document, [body], { total }, "total", ["integer", "number"]),
  ];
}

/**
 * @param {unknown} document
 * @param {string[]} from
 * @param {Node} descriptor
 * @param {string} key
 * @param {string[]} types
 * @returns {KeyProblem[]}
 */
function pointerProblem(document, from, descriptor, key, types) {
  const pointer = descriptor[key];
  if (pointer === undefined) return [];
  const found = schemasAlong(document, from, String(pointer));
  const where = key === "total" ? "the 200 body" : "an item";
  if (found.length === 0) return [{ key, message: `"${key}" ${pointer} leads to nothing in ${where}.` }];
  const matches = found.some((each) => hasType(document, each, types));
  return matches ? [] : [{ key, message: `"${key}" ${pointer} leads to no ${types.join(" or ")} in ${where}.` }];
}

/**
 * The header of the total, where the 200 does not have it.
 *
 * @param {unknown} document
 * @param {string} path
 * @param {string} method
 * @param {Node} descriptor
 * @returns {KeyProblem[]}
 */
export function headerProblems(document, path, method, descriptor) {
  const header = isNode(descriptor.total) ? descriptor.total.header : undefined;
  if (typeof header !== "string") return [];
  const response = placeAt(document, below("/paths", path, method, "responses", "200"));
  const names = response ? membersAt(document, below(response.pointer, "headers")).map(({ name }) => name) : [];
  const exists = names.some((name) => name.toLowerCase() === header.toLowerCase());
  const message = `"total" names the header "${header}", which the 200 has not; it has ${names.join(", ") || "none"}.`;
  return exists ? [] : [{ key: "total", message }];
}

/**
 * @param {unknown} document
 * @param {string} path
 * @param {string} method
 */
function bodyPointer(document, path, method) {
  const response = placeAt(document, below("/paths", path, method, "responses", "200"));
  const media = response && placeAt(document, below(response.pointer, "content", "application/json"));
  return media && isNode(media.node.schema) ? below(media.pointer, "schema") : undefined;
}

/**
 * The schemas of the values that a JSON Pointer into a body leads to.
 *
 * @param {unknown} document
 * @param {string[]} from
 * @param {string} pointer
 */
function schemasAlong(document, from, pointer) {
  return segmentsOf(pointer).reduce(
    (schemas, name) =>
      schemas
        .flatMap((schema) => branchesAt(document, schema))
        .filter(({ node }) => isNode(node.properties) && Object.hasOwn(node.properties, name))
        .map((place) => below(place.pointer, "properties", name)),
    from,
  );
}

/**
 * @param {unknown} document
 * @param {string} pointer
 * @param {string[]} types
 */
function hasType(document, pointer, types) {
  return branchesAt(document, pointer).some(({ node }) =>
    [node.type].flat().some((type) => types.includes(String(type))),
  );
}
