/**
 * @typedef {Record<string, unknown>} Node Any object of an OpenAPI document.
 * @typedef {{ pointer: string, message: string }} Problem What is wrong, and the JSON Pointer (RFC 6901) to it.
 * @typedef {{ pointer: string, node: Node }} Place An object, and the JSON Pointer to it.
 * @typedef {Place & { path: string, method: string, item: Node }} Operation
 */

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * @param {unknown} value
 * @returns {value is Node}
 */
export function isNode(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The JSON Pointer one or more steps below another.
 *
 * @param {string} pointer
 * @param {...(string | number)} segments
 */
export function below(pointer, ...segments) {
  return [pointer, ...segments.map((each) => String(each).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
}

/**
 * The steps of a JSON Pointer.
 *
 * @param {string} pointer
 */
export function segmentsOf(pointer) {
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/**
 * What a JSON Pointer leads to, or `undefined`.
 *
 * @param {unknown} document
 * @param {string} pointer
 * @returns {unknown}
 */
export function atPointer(document, pointer) {
  return segmentsOf(pointer).reduce((value, segment) => {
    if (Array.isArray(value)) return value[Number(segment)];
    return isNode(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
  }, document);
}

/**
 * Follows local references (`#/…`) from a pointer to the object that is meant; `undefined` where there is none, or
 * where the reference leads to another file.
 *
 * @param {unknown} document
 * @param {string} pointer
 * @param {number} [depth] guards against a reference that leads back to itself
 * @returns {Place | undefined}
 */
export function placeAt(document, pointer, depth = 0) {
  const node = atPointer(document, pointer);
  if (!isNode(node) || depth > 20) return undefined;
  if (typeof node.$ref !== "string") return { pointer, node };
  return node.$ref.startsWith("#") ? placeAt(document, referencePointer(node.$ref), depth + 1) : undefined;
}

/**
 * The JSON Pointer in a local reference.
 *
 * @param {string} reference
 */
export function referencePointer(reference) {
  return decodeURIComponent(reference.slice(1));
}

/**
 * The places of an object's or array's members, references followed.
 *
 * @param {unknown} document
 * @param {string} pointer
 * @returns {(Place & { name: string })[]}
 */
export function membersAt(document, pointer) {
  const value = atPointer(document, pointer);
  const names = typeof value === "object" && value !== null ? Object.keys(value) : [];
  return names.flatMap((name) => {
    const place = placeAt(document, below(pointer, name));
    return place ? [{ ...place, name }] : [];
  });
}

/**
 * Every operation of a document.
 *
 * @param {unknown} document
 * @returns {Operation[]}
 */
export function operationsOf(document) {
  return membersAt(document, "/paths").flatMap(({ name: path, pointer, node: item }) =>
    METHODS.flatMap((method) => {
      const place = placeAt(document, below(pointer, method));
      return place ? [{ ...place, path, method, item }] : [];
    }),
  );
}

/**
 * An operation's parameters, those of its path included.
 *
 * @param {unknown} document
 * @param {string} path
 * @param {string} method
 */
export function parametersOf(document, path, method) {
  const item = below("/paths", path);
  return [...membersAt(document, below(item, method, "parameters")), ...membersAt(document, below(item, "parameters"))];
}
