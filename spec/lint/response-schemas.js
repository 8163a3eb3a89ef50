import { below, isNode } from "./document.js";
import { extensionsOf } from "./extensions.js";
import { branchesAt, schemasOf } from "./schemas.js";

/** @import { Problem } from "./document.js" */

const SECRET_NAME =
  /(?<!page|cursor)(token|secret|password|passphrase|apikey|privatekey|accesskey|secretkey|credentials?)$/;

/**
 * Whether a property's name says that its value is a secret: `accessToken` and `client_secret` do, `tokenType`,
 * `tokensUsedCount` and `input_tokens` do not.
 *
 * @param {string} name
 */
function isSecretName(name) {
  return SECRET_NAME.test(name.toLowerCase().replaceAll(/[^a-z0-9]/g, ""));
}

/**
 * @param {unknown} document
 * @returns {Problem[]}
 */
export function sensitiveProblems(document) {
  const values = extensionsOf(document)
    .filter(({ name, value }) => name === "x-sensitive" && value !== true)
    .map(({ pointer, value }) => ({
      pointer,
      message: `x-sensitive is ${JSON.stringify(value)}; it must be true, or be left out.`,
    }));
  const unmarked = schemasOf(document, "response").flatMap(({ node, pointer }) =>
    Object.keys(isNode(node.properties) ? node.properties : {})
      .filter(isSecretName)
      .map((name) => ({ name, pointer: below(pointer, "properties", name) }))
      .filter(
        (property) => !branchesAt(document, property.pointer).some((branch) => branch.node["x-sensitive"] === true),
      )
      .map(({ name, pointer }) => ({
        pointer,
        message: `Property "${name}" is named like a secret: mark it x-sensitive.`,
      })),
  );
  return [...values, ...unmarked];
}

/**
 * @param {unknown} document
 * @returns {Problem[]}
 */
export function extensibleEnumProblems(document) {
  const requests = new Set(schemasOf(document, "request").map(({ node }) => node));
  return extensionsOf(document)
    .filter(({ name }) => name === "x-extensible-enum")
    .flatMap(({ value, pointer, holder }) => {
      const messages = [];
      const types = [holder.type].flat().filter((type) => type !== "null");
      if (types.length !== 1 || types[0] !== "string") messages.push("belongs on a string");
      if ("enum" in holder) messages.push('cannot stand beside "enum", which closes the list');
      if (requests.has(holder)) messages.push('belongs in responses; a request takes a closed "enum"');
      if (!isUniqueStrings(value)) messages.push("must be a list of different strings, at least one");
      return messages.map((message) => ({ pointer, message: `x-extensible-enum ${message}.` }));
    });
}

/** @param {unknown} value */
function isUniqueStrings(value) {
  if (!Array.isArray(value) || value.length === 0) return false;
  return value.every((each) => typeof each === "string") && new Set(value).size === value.length;
}

/**
 * A vendor that adds a field, or sends null, must break nobody.
 *
 * @param {unknown} document
 * @returns {Problem[]}
 */
export function openResponseProblems(document) {
  const closed = schemasOf(document, "response").flatMap(({ node, pointer }) =>
    ["additionalProperties", "unevaluatedProperties"]
      .filter((key) => node[key] === false)
      .map((key) => ({ pointer: below(pointer, key), message: `A response stays open: leave out "${key}: false".` })),
  );
  const all = [...schemasOf(document, "request"), ...schemasOf(document, "response")];
  const old = [...new Map(all.map((place) => [place.pointer, place.node]))]
    .filter(([, node]) => "nullable" in node)
    .map(([pointer]) => ({
      pointer: below(pointer, "nullable"),
      message: '"nullable" is no keyword of OpenAPI 3.1: write type: [<type>, "null"].',
    }));
  return [...closed, ...old];
}
