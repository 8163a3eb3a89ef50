import { isNode } from "../pointer.ts";
import type { Member, Place } from "./spec-places.ts";

/** A change of one object of a document. */
interface Edit {
  /** What is changed there, in a word or two; empty where the place says it. */
  readonly what: string;
  /** Changes the object; `document` is all of it. */
  apply(node: Member, document: Member): void;
}

/** The edits that an operator makes of an object. */
type Operator = (place: Place) => readonly Edit[];

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

/** Sets a member, or takes it away. */
const set = (what: string, name: string, value: unknown): Edit => ({
  what,
  apply(node) {
    if (value === undefined) delete node[name];
    else node[name] = value;
  },
});

/** What a type becomes that takes more than it did. */
const wider: Readonly<Record<string, unknown>> = {
  integer: "number",
  number: ["number", "string"],
  string: ["string", "number"],
  boolean: ["boolean", "string"],
};

const isSchemaPlace = ({ pointer }: Place) => !pointer.includes("/x-pagination");
const isParameter = ({ node }: Place) => typeof node.name === "string" && typeof node.in === "string";

/** What can be wrong in a spec, by name. */
export const specOperators: Readonly<Record<string, Operator>> = {
  "drop a required": ({ node }) => [
    ...texts(node.required).map((name) =>
      set(
        name,
        "required",
        texts(node.required).filter((other) => other !== name),
      ),
    ),
    ...(node.required === true && node.in === "query" ? [set(String(node.name), "required", undefined)] : []),
  ],
  "rename a property": ({ node }) => {
    const { properties } = node;
    if (!isNode(properties)) return [];
    return Object.keys(properties).map((name) => ({ what: name, apply: (target) => rename(target, name) }));
  },
  "rename a parameter": (place) =>
    isParameter(place) && place.node.in === "query"
      ? [set(String(place.node.name), "name", `${place.node.name}Renamed`)]
      : [],
  "flip explode": ({ node }) =>
    typeof node.explode === "boolean" ? [set(String(node.name), "explode", !node.explode)] : [],
  "widen a type": (place) => {
    const { type } = place.node;
    return isSchemaPlace(place) && typeof type === "string" && wider[type] && !place.pointer.includes("securitySchemes")
      ? [set(`${type} to ${[wider[type]].flat().join(" or ")}`, "type", wider[type])]
      : [];
  },
  "drop null": ({ node }) => [
    ...(texts(node.type).includes("null")
      ? [
          set(
            "",
            "type",
            texts(node.type).filter((type) => type !== "null"),
          ),
        ]
      : []),
    ...(Array.isArray(node.anyOf) && node.anyOf.some(isNull)
      ? [
          set(
            "",
            "anyOf",
            node.anyOf.filter((branch) => !isNull(branch)),
          ),
        ]
      : []),
  ],
  "drop an enum value": ({ node }) =>
    enumsOf(node).map(([name, values]) => set(String(values.at(-1)), name, values.slice(0, -1))),
  "add an enum value": ({ node }) => enumsOf(node).map(([name, values]) => set("", name, [...values, "added"])),
  "off-by-one a limit": ({ node }) =>
    ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"].flatMap((name) => {
      const limit = node[name];
      if (typeof limit !== "number") return [];
      return [limit - 1, limit + 1]
        .filter((other) => other >= 0 || name === "minimum")
        .map((other) => set(`${name} ${limit} to ${other}`, name, other));
    }),
  "remove a status": ({ node }) => {
    const { responses } = node;
    if (!isNode(responses) || !("200" in responses)) return [];
    return Object.keys(responses)
      .filter((status) => status !== "200")
      .map((status) => ({ what: status, apply: (target) => void delete (target.responses as Member)[status] }));
  },
  "remove security": ({ node, pointer }) =>
    pointer === "" && Array.isArray(node.security) ? [set("", "security", [])] : [],
  "change an items pointer": ({ node, pointer }) =>
    pointer.endsWith("/x-pagination") ? [set("items", "items", node.items === "" ? "/items" : "")] : [],
  "change the first page": ({ node, pointer }) =>
    pointer.endsWith("/x-pagination") ? [set("first", "first", Number(node.first) === 0 ? 1 : 0)] : [],
};

/** Enums that are closed, and those that may grow. */
function enumsOf(node: Member): [string, string[]][] {
  return ["enum", "x-extensible-enum"]
    .map((name): [string, string[]] => [name, texts(node[name])])
    .filter(([, values]) => values.length > 0);
}

function isNull(branch: unknown): boolean {
  return isNode(branch) && branch.type === "null";
}

/** Renames a property, in its place, and where it is required. */
function rename(node: Member, name: string): void {
  const next = `${name}Renamed`;
  const entries = Object.entries(node.properties as Member);
  node.properties = Object.fromEntries(entries.map(([key, value]) => [key === name ? next : key, value]));
  if (Array.isArray(node.required)) node.required = texts(node.required).map((key) => (key === name ? next : key));
}
