import { below, isNode } from "./document.js";
import { schemasOf } from "./schemas.js";

/** @import { Problem } from "./document.js" */

/**
 * Without `mapping`, code generators take the schema's name for the tag.
 *
 * @param {unknown} document
 * @returns {Problem[]}
 */
export function discriminatorProblems(document) {
  const all = [...schemasOf(document, "request"), ...schemasOf(document, "response")];
  return [...new Map(all.map((place) => [place.pointer, place.node]))].flatMap(([pointer, node]) => {
    if (!isNode(node.discriminator)) return [];
    const here = below(pointer, "discriminator");
    const { mapping } = node.discriminator;
    if (!isNode(mapping) || Object.keys(mapping).length === 0) {
      return [{ pointer: here, message: "A discriminator carries a mapping, or there is no discriminator." }];
    }
    const variants = [node.oneOf, node.anyOf].flat().flatMap((each) => (isNode(each) ? [each.$ref] : []));
    return Object.entries(mapping)
      .filter(([, target]) => !variants.includes(target))
      .map(([tag, target]) => ({
        pointer: below(here, "mapping", tag),
        message: `"${tag}" maps to ${JSON.stringify(target)}, which is none of the variants.`,
      }));
  });
}
