import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { isNode, type Node } from "./resolve.ts";

/** Every vendor that has a spec. */
export const VENDORS = ["cargo", "cotool", "invent"] as const;

/** Reads a vendor's spec; references to other files (its examples) are replaced by what they contain. */
export function loadSpec(vendor: (typeof VENDORS)[number]): Node {
  const url = new URL(`../${vendor}/openapi.yaml`, import.meta.url);
  const document = inlined(readYaml(url), url);
  if (!isNode(document)) throw new TypeError(`${url.pathname} is no OpenAPI document`);
  return document;
}

function readYaml(url: URL): unknown {
  if (!existsSync(url)) throw new Error(`${url.pathname} does not exist`);
  return parse(readFileSync(url, "utf8"));
}

function inlined(value: unknown, base: URL): unknown {
  if (Array.isArray(value)) return value.map((each) => inlined(each, base));
  if (!isNode(value)) return value;
  if (typeof value.$ref === "string" && !value.$ref.startsWith("#")) {
    const url = new URL(value.$ref, base);
    return inlined(readYaml(url), url);
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inlined(each, base)]));
}
