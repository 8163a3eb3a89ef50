import type { Mutation } from "./mutation.ts";

/** Operator, module, what is wrong there, the text that the module has once, and what stands in its place. */
export type Row = readonly [operator: string, file: string, what: string, from: string, to: string];

/** Mutations of the modules below a folder. */
export function toMutations(of: Mutation["of"], folder: string, rows: readonly Row[]): readonly Mutation[] {
  return rows.map(([operator, file, what, from, to]) => ({
    of,
    operator,
    place: `${file}: ${what}`,
    change: { file: `${folder}/${file}`, from, to },
  }));
}
