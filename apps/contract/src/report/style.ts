import { readFileSync } from "node:fs";

const parts = [
  "tokens",
  "base",
  "layout",
  "head",
  "sections",
  "coverage",
  "folds",
  "findings",
  "mutants",
  "exchanges",
  "narrow",
  "print",
];

/** The style sheet of the page: its parts, in the order in which they overrule each other. */
export const style = parts
  .map((part) => readFileSync(new URL(`styles/${part}.css`, import.meta.url), "utf8"))
  .join("\n");
