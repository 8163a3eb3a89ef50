import { atPointer, below, isNode, membersAt, operationsOf, placeAt, referencePointer } from "./document.js";

/** @import { Place } from "./document.js" */

const LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"];
const MAPS = ["properties", "patternProperties", "$defs", "dependentSchemas"];
const SINGLES = ["items", "additionalProperties", "unevaluatedProperties", "not", "contains", "propertyNames"];

/**
 * A schema and all that it is made of: through `$ref`, `allOf`, `anyOf` and `oneOf`, itself first. A schema that
 * contains itself is visited once.
 *
 * @param {unknown} document
 * @param {string} pointer
 * @param {Set<unknown>} [seen]
 * @returns {Place[]}
 */
export function branchesAt(document, pointer, seen = new Set()) {
  const place = rawPlaceAt(document, pointer);
  if (!place || seen.has(place.node)) return [];
  seen.add(place.node);
  const next = ["allOf", "anyOf", "oneOf"].flatMap((key) => listPointers(place, key));
  return [place, ...[...referencePointers(place), ...next].flatMap((each) => branchesAt(document, each, seen))];
}

/**
 * The types that a schema allows, `null` among them.
 *
 * @param {unknown} document
 * @param {string} pointer
 * @returns {Set<unknown>}
 */
export function typesAt(document, pointer) {
  return new Set(branchesAt(document, pointer).flatMap(({ node }) => node.type ?? []));
}

/**
 * Every schema that a request can carry (parameters and bodies) or a response (bodies and headers), each once.
 *
 * @param {unknown} document
 * @param {"request" | "response"} direction
 * @returns {Place[]}
 */
export function schemasOf(document, direction) {
  /** @type {Map<string, Place>} */
  const found = new Map();
  const holders = direction === "request" ? requestHolders(document) : responseHolders(document);
  for (const holder of holders) collect(document, below(holder.pointer, "schema"), found);
  return [...found.values()];
}

/** @param {unknown} document */
function requestHolders(document) {
  const parameters = operationsOf(document).flatMap(({ pointer, path }) => [
    ...membersAt(document, below(pointer, "parameters")),
    ...membersAt(document, below("/paths", path, "parameters")),
  ]);
  const bodies = [
    ...operationsOf(document).flatMap(({ pointer }) => placeAt(document, below(pointer, "requestBody")) ?? []),
    ...membersAt(document, "/components/requestBodies"),
  ];
  return [...parameters, ...membersAt(document, "/components/parameters"), ...bodies.flatMap(mediaTypes(document))];
}

/** @param {unknown} document */
function responseHolders(document) {
  const responses = [
    ...operationsOf(document).flatMap(({ pointer }) => membersAt(document, below(pointer, "responses"))),
    ...membersAt(document, "/components/responses"),
  ];
  const headers = responses.flatMap(({ pointer }) => membersAt(document, below(pointer, "headers")));
  return [...headers, ...membersAt(document, "/components/headers"), ...responses.flatMap(mediaTypes(document))];
}

/** @param {unknown} document */
function mediaTypes(document) {
  return (/** @type {Place} */ { pointer }) => membersAt(document, below(pointer, "content"));
}

/**
 * @param {unknown} document
 * @param {string} pointer
 * @param {Map<string, Place>} found
 */
function collect(document, pointer, found) {
  const place = rawPlaceAt(document, pointer);
  if (!place || found.has(pointer)) return;
  found.set(pointer, place);
  for (const each of childPointers(place)) collect(document, each, found);
}

/** @param {Place} place */
function childPointers(place) {
  const { node, pointer } = place;
  return [
    ...referencePointers(place),
    ...LISTS.flatMap((key) => listPointers(place, key)),
    ...MAPS.flatMap((key) => Object.keys(isNode(node[key]) ? node[key] : {}).map((name) => below(pointer, key, name))),
    ...SINGLES.filter((key) => isNode(node[key])).map((key) => below(pointer, key)),
  ];
}

/** @param {Place} place */
function referencePointers({ node }) {
  return typeof node.$ref === "string" && node.$ref.startsWith("#") ? [referencePointer(node.$ref)] : [];
}

/**
 * @param {Place} place
 * @param {string} key
 */
function listPointers({ node, pointer }, key) {
  const list = node[key];
  return Array.isArray(list) ? list.map((_, index) => below(pointer, key, index)) : [];
}

/**
 * The schema as written: keywords may stand beside its `$ref`.
 *
 * @param {unknown} document
 * @param {string} pointer
 * @returns {Place | undefined}
 */
function rawPlaceAt(document, pointer) {
  const node = atPointer(document, pointer);
  return isNode(node) ? { pointer, node } : undefined;
}
