import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { clientRoot } from "./assignment.ts";
import { type Mutation, mutationsOf } from "./operators.ts";
import { type Part, parts } from "./parts.ts";

/** A module of the client that gets mutants. */
export interface Module {
  readonly part: Part;
  /** Such as `chain.ts`: no two modules with mutants have the same. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** A module with one small mistake. */
export interface Mutant {
  readonly module: Module;
  readonly mutation: Mutation;
  /** Where it begins, from 1. */
  readonly line: number;
  readonly column: number;
  /** The whole line as it was, without the space around it. */
  readonly source: string;
  /** What stood there, and what stands there now, without the space around it. */
  readonly from: string;
  readonly to: string;
  /** Its number among the mutants of the module that look the same but for their place, from 1. */
  readonly at: number;
}

/** All modules of the client that get mutants. */
export function readModules(): readonly Module[] {
  return parts.flatMap((part) =>
    readdirSync(join(clientRoot, part.folder))
      .filter((name) => name.endsWith(".ts") && !/\.(test|test-d)\.ts$/.test(name))
      .map((name) => {
        const path = join(clientRoot, part.folder, name);
        return { part, name, path, text: readFileSync(path, "utf8") };
      }),
  );
}

/** All mutants of a module, in the order of their places. */
export function mutantsOf(module: Module): readonly Mutant[] {
  const seen = new Map<string, number>();
  return mutationsOf(module.text).map((mutation) => {
    const { start, end, replacement } = mutation;
    const lines = module.text.slice(0, start).split("\n");
    const line = lines.length;
    const column = (lines.at(-1)?.length ?? 0) + 1;
    const source = (module.text.split("\n")[line - 1] as string).trim();
    const [from, to] = [module.text.slice(start, end).trim(), replacement.trim()];
    const look = JSON.stringify([source, from, to]);
    const at = (seen.get(look) ?? 0) + 1;
    seen.set(look, at);
    return { module, mutation, line, column, source, from, to, at };
  });
}
