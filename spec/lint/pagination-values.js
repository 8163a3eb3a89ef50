import { isNode } from "./document.js";

/** @import { Node } from "./document.js" */
/** @typedef {{ key: string, message: string }} KeyProblem */
/** @typedef {{ required: boolean, is: (value: unknown) => boolean, words: string }} Rule */

const NAME = {
  is: (/** @type {unknown} */ value) => typeof value === "string" && value !== "",
  words: "a parameter's name",
};
const SIZE = {
  is: (/** @type {unknown} */ value) => Number.isInteger(value) && Number(value) > 0,
  words: "a whole number above 0",
};
const ITEM_POINTER = { is: isPointer, words: "a JSON Pointer, such as /id" };

/** @type {Record<string, Rule>} */
const RULES = {
  style: { required: true, is: (value) => value === "offset" || value === "page", words: '"offset" or "page"' },
  position: { required: true, ...NAME },
  size: { required: true, ...NAME },
  first: { required: true, is: (value) => value === 0 || value === 1, words: "0 or 1" },
  defaultSize: { required: false, ...SIZE },
  maximumSize: { required: false, ...SIZE },
  items: {
    required: true,
    is: (value) => value === "" || isPointer(value),
    words: 'a JSON Pointer, or "" for a bare array',
  },
  total: { required: false, is: isTotal, words: "{ body: <pointer> } or { header: <name> }" },
  id: { required: true, ...ITEM_POINTER },
  createdAt: { required: false, ...ITEM_POINTER },
  updatedAt: { required: false, ...ITEM_POINTER },
  createdRange: { required: false, is: isRange, words: "{ after: <parameter>, before: <parameter> }" },
};

/**
 * Keys that are missing or unknown, and values that no document could make right.
 *
 * @param {Node} descriptor
 * @returns {KeyProblem[]}
 */
export function valueProblems(descriptor) {
  const known = Object.entries(RULES).flatMap(([key, rule]) => keyProblems(descriptor, key, rule));
  const unknown = Object.keys(descriptor)
    .filter((key) => !Object.hasOwn(RULES, key))
    .map((key) => ({ key, message: `"${key}" is no key of x-pagination; keys are ${Object.keys(RULES).join(", ")}.` }));
  return [...known, ...unknown, ...relationProblems(descriptor)];
}

/**
 * @param {Node} descriptor
 * @param {string} key
 * @param {Rule} rule
 * @returns {KeyProblem[]}
 */
function keyProblems(descriptor, key, { required, is, words }) {
  if (!(key in descriptor)) return required ? [{ key, message: `"${key}" is missing; it must be ${words}.` }] : [];
  return is(descriptor[key])
    ? []
    : [{ key, message: `"${key}" is ${JSON.stringify(descriptor[key])}; it must be ${words}.` }];
}

/**
 * @param {Node} descriptor
 * @returns {KeyProblem[]}
 */
function relationProblems({ style, first, position, size, defaultSize, maximumSize }) {
  const problems = [];
  if (style === "offset" && first === 1) {
    problems.push({ key: "first", message: '"first" is 1; an offset starts at 0.' });
  }
  if (typeof size === "string" && size === position) {
    problems.push({ key: "size", message: `"size" and "position" are both "${size}"; they are two parameters.` });
  }
  if (Number(defaultSize) > Number(maximumSize)) {
    problems.push({
      key: "defaultSize",
      message: `"defaultSize" ${defaultSize} is above "maximumSize" ${maximumSize}.`,
    });
  }
  return problems;
}

/** @param {unknown} value */
function isPointer(value) {
  return typeof value === "string" && /^(\/([^~/]|~[01])+)+$/.test(value);
}

/** @param {unknown} value */
function isTotal(value) {
  if (!isNode(value) || Object.keys(value).length !== 1) return false;
  return isPointer(value.body) || (typeof value.header === "string" && value.header !== "");
}

/** @param {unknown} value */
function isRange(value) {
  return isNode(value) && Object.keys(value).length === 2 && NAME.is(value.after) && NAME.is(value.before);
}
