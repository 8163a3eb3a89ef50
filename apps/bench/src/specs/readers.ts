import type { Spec } from "./spec.ts";

/** A tool that reads a document and complains where it is wrong. */
export interface Reader {
  /** Its package. */
  readonly name: string;
  readonly as: string;
  /** A program and its arguments, in the folder of the tools. It exits with 0 where nothing is wrong. */
  readonly command: (spec: Spec) => readonly [program: string, ...args: string[]];
}

const validate = `
  import SwaggerParser from "@apidevtools/swagger-parser";
  await SwaggerParser.validate(process.argv[1]);
`;

/** Tools that lint and validate, at their strictest. */
export const readers: readonly Reader[] = [
  {
    name: "@redocly/cli",
    as: "lint, `recommended-strict`",
    command: ({ path }) => ["redocly", "lint", "--extends=recommended-strict", path],
  },
  {
    name: "@stoplight/spectral-cli",
    as: "lint, `spectral:oas` without `info-contact`; a warning fails",
    command: ({ path }) => ["spectral", "lint", "--ruleset=spectral.yaml", "--fail-severity=hint", path],
  },
  {
    name: "@apidevtools/swagger-parser",
    as: "`SwaggerParser.validate`",
    command: ({ path }) => ["node", "--input-type=module", `--eval=${validate}`, path],
  },
];
