import type { Part } from "../model/row.ts";

/** The parts of a message. What should be a part and is none is shown as data, too. */
export function toParts(given: unknown): Part[] {
  if (!Array.isArray(given)) return [];
  return given.map((part: unknown) => {
    const isPart = typeof part === "object" && part !== null && "type" in part && typeof part.type === "string";
    return isPart ? (part as Part) : { type: "unknown", value: part };
  });
}
