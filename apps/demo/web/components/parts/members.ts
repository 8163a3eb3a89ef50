import type { Part } from "../../model/row.ts";

/** A member of a part where it is a text with something in it. */
export function toText(part: Part, name: string): string | undefined {
  const value = part[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
