import { toLine } from "../format/words.ts";
import type { Value } from "../model/row.ts";
import type { Cell } from "./csv.ts";

/** A value as it goes into a file: whole, and as exact as it came. */
export function toPlain(value: Value): Cell {
  switch (value.kind) {
    case "text":
      return toLine(value.text);
    case "id":
      return toLine(value.id);
    case "badge":
      return value.label;
    case "time":
      return toLine(value.at);
    case "number":
      return typeof value.value === "number" ? value.value : toLine(value.value);
    case "link":
      return toLine(value.url);
  }
}
