import type { Generator } from "./generators.ts";
import type { Spec } from "./spec.ts";

/** Name of the file that tries what was generated, beside it. */
export const examinationFile = "examination.ts";

/**
 * A program that compiles where the generated type of each answer takes the spec's own examples of it, one a line, and
 * refuses a text. Types that came out as `any` fail it.
 */
export function toExamination({ module, isZod }: Pick<Generator, "module" | "isZod">, { answers }: Spec): string {
  const names = [...new Set(answers.map(({ schema }) => schema))];
  const typeOf = (schema: string) => (isZod ? `z.infer<typeof schemas.${schema}>` : schema);
  const lines = answers.flatMap(({ operationId, schema, examples }) => [
    ...examples.map(
      (value, index) => `export const ${operationId}${index}: ${typeOf(schema)} = ${JSON.stringify(value)};`,
    ),
    "// @ts-expect-error",
    `export const ${operationId}Text: ${typeOf(schema)} = "text";`,
  ]);
  const imports = isZod
    ? [`import type { z } from "zod";`, `import { schemas } from "./${module}";`]
    : [`import type { ${names.join(", ")} } from "./${module}";`];
  return [...imports, ...lines, ""].join("\n");
}

/** What the compiler found in the folder of a generator. */
export interface Verdict {
  /** Complaints about the generated code itself, or about a text that was taken for an answer. */
  readonly complaints: readonly string[];
  /** How many examples the types refuse. */
  readonly refused: number;
}

/** Reads what the compiler printed about what stands in a folder, such as `orval/cargo/`. */
export function toVerdict(printed: string, folder: string): Verdict {
  const own = printed.split("\n").filter((line) => line.includes(`${folder}`) && line.includes(": error TS"));
  const isRefusal = (line: string) => line.includes(`${folder}${examinationFile}(`) && !line.includes("TS2578");
  const refusedAt = own.filter(isRefusal).map((line) => /\((\d+),/.exec(line)?.[1]);
  return { complaints: own.filter((line) => !isRefusal(line)), refused: new Set(refusedAt).size };
}
