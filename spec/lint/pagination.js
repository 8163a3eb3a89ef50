import { atPointer, below, isNode, operationsOf } from "./document.js";
import { extensionsOf } from "./extensions.js";
import { parameterProblems } from "./pagination-parameters.js";
import { bodyProblems, headerProblems } from "./pagination-response.js";
import { valueProblems } from "./pagination-values.js";

/** @import { Problem } from "./document.js" */

/**
 * What is wrong with the `x-pagination` of an operation: keys, values, and whether the parameters, pointers and
 * header that it names exist. Empty where all is right, and where the operation does not list.
 *
 * @param {unknown} document an OpenAPI document; references to other files are not followed
 * @param {string} path key of `paths`, such as `/ai/chats/list`
 * @param {string} method in lower case, such as `get`
 * @returns {Problem[]}
 */
export function paginationProblems(document, path, method) {
  const pointer = below("/paths", path, method, "x-pagination");
  const descriptor = atPointer(document, pointer);
  if (descriptor === undefined) return [];
  if (!isNode(descriptor)) return [{ pointer, message: "x-pagination must be an object." }];
  const values = valueProblems(descriptor);
  const targets = [parameterProblems, bodyProblems, headerProblems].flatMap((problemsOf) =>
    problemsOf(document, path, method, descriptor),
  );
  // What has no right value has no target either: one problem says it.
  const broken = new Set(values.map(({ key }) => key));
  return [...values, ...targets.filter(({ key }) => !broken.has(key))].map(({ key, message }) => ({
    pointer: key in descriptor ? below(pointer, key) : pointer,
    message,
  }));
}

/**
 * The same for every operation of a document, and for descriptors that stand where they describe nothing.
 *
 * @param {unknown} document
 * @returns {Problem[]}
 */
export function allPaginationProblems(document) {
  const operations = operationsOf(document);
  const holders = new Set(operations.map(({ node }) => node));
  const misplaced = extensionsOf(document)
    .filter(({ name, holder }) => name === "x-pagination" && !holders.has(holder))
    .map(({ pointer }) => ({ pointer, message: "x-pagination belongs on an operation." }));
  return [...misplaced, ...operations.flatMap(({ path, method }) => paginationProblems(document, path, method))];
}
