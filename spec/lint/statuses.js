import { below, isNode, membersAt, operationsOf, placeAt } from "./document.js";

/** @import { Place, Problem } from "./document.js" */

/** What a client may meet. A status that is not declared cannot be mocked. */
const STATUSES = ["200", "400", "401", "404", "429", "500", "502"];

/**
 * @param {unknown} document
 * @returns {Problem[]}
 */
export function statusProblems(document) {
  return operationsOf(document).flatMap(({ pointer }) => {
    const responses = below(pointer, "responses");
    return STATUSES.flatMap((status) => {
      const place = placeAt(document, below(responses, status));
      return place
        ? bodyProblems(document, place, status)
        : [{ pointer: responses, message: `Status ${status} is not declared.` }];
    });
  });
}

/**
 * @param {unknown} document
 * @param {Place} response
 * @param {string} status
 * @returns {Problem[]}
 */
function bodyProblems(document, { node, pointer }, status) {
  if (!isNode(node.content)) {
    return [{ pointer, message: `Status ${status} has no content; write "content: {}" where the body is empty.` }];
  }
  return membersAt(document, below(pointer, "content"))
    .filter((media) => Object.keys(isNode(media.node.examples) ? media.node.examples : {}).length === 0)
    .map((media) => ({
      pointer: media.pointer,
      message: `Status ${status} has no named example of its ${media.name} body.`,
    }));
}
