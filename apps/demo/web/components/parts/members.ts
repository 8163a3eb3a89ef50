import type { Part } from "../../model/row.ts";

/** A member of a part where it is a text with something in it. */
export function toText(part: Part, name: string): string | undefined {
  const value = part[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The address where it leads to the web: a link to `javascript:` would run as this page. */
export function toWebAddress(text: string | undefined): URL | undefined {
  const url = text === undefined ? null : URL.parse(text);
  return url && (url.protocol === "https:" || url.protocol === "http:") ? url : undefined;
}
