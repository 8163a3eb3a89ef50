import { below, membersAt, operationsOf } from "./document.js";
import { extensionsOf } from "./extensions.js";
import { typesAt } from "./schemas.js";

/** @import { Problem } from "./document.js" */

/**
 * Without `style` and `explode`, tools guess how an array is sent, and guess differently.
 *
 * @param {unknown} document
 * @returns {Problem[]}
 */
export function arrayStyleProblems(document) {
  return arrayParametersOf(document).flatMap(({ node, pointer }) =>
    ["style", "explode"]
      .filter((key) => !(key in node))
      .map((key) => ({ pointer, message: `Array parameter "${node.name}" must declare ${key}.` })),
  );
}

/**
 * @param {unknown} document
 * @returns {Problem[]}
 */
export function arrayFormatProblems(document) {
  const queryArrays = new Set(arrayParametersOf(document).flatMap(({ node }) => (node.in === "query" ? [node] : [])));
  return extensionsOf(document)
    .filter(({ name }) => name === "x-array-format")
    .flatMap(({ value, pointer, holder }) => {
      if (!queryArrays.has(holder))
        return [{ pointer, message: "x-array-format belongs on an array query parameter." }];
      const message = `x-array-format is ${JSON.stringify(value)}; the only value is "brackets".`;
      return value === "brackets" ? [] : [{ pointer, message }];
    });
}

/** @param {unknown} document */
function arrayParametersOf(document) {
  const lists = [
    "/components/parameters",
    ...membersAt(document, "/paths").map(({ pointer }) => below(pointer, "parameters")),
    ...operationsOf(document).map(({ pointer }) => below(pointer, "parameters")),
  ];
  const parameters = lists.flatMap((list) => membersAt(document, list));
  // A parameter that several operations share is one place.
  return [...new Map(parameters.map((each) => [each.pointer, each])).values()].filter(({ pointer }) =>
    typesAt(document, below(pointer, "schema")).has("array"),
  );
}
