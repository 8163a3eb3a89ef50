import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toolFile } from "../tools/load.ts";
import { execute } from "./execute.ts";
import type { Program } from "./project.ts";
import type { Step } from "./step.ts";

/** How a project is compiled. */
export interface Compiler {
  readonly typescript: "5.4" | "7";
  readonly moduleResolution: "bundler" | "node16";
  /** What says what `fetch` and `AbortSignal` are: the DOM library, or `@types/node` without it. */
  readonly platform: "dom" | "node";
}

/** Oldest and newest compiler, each resolution, with and without the DOM. What the last of them makes is run. */
export const compilers: readonly Compiler[] = (["5.4", "7"] as const).flatMap((typescript) =>
  (["bundler", "node16"] as const).flatMap((moduleResolution) =>
    (["dom", "node"] as const).map((platform) => ({ typescript, moduleResolution, platform })),
  ),
);

/** For a quick look: both compilers, both resolutions, both platforms. */
export const quickCompilers = compilers.filter(
  ({ moduleResolution, platform }) => (moduleResolution === "node16") === (platform === "node"),
);

/** The step that compiles a program, declarations of libraries and all, into `compiled/`. */
export function compileStep(where: string, folder: string, program: Program, compiler: Compiler): Step {
  const { typescript, moduleResolution, platform } = compiler;
  const types = platform === "dom" ? "the DOM" : "@types/node";
  return {
    name: `${where}, ${program.file} with TypeScript ${typescript}, ${moduleResolution}, ${types}`,
    run: () => compile(folder, program, compiler),
  };
}

async function compile(folder: string, { file }: Program, compiler: Compiler): Promise<string> {
  const { typescript, moduleResolution, platform } = compiler;
  const compilerOptions = {
    target: "es2022",
    lib: platform === "dom" ? ["es2022", "dom"] : ["es2022"],
    types: platform === "dom" ? [] : ["node"],
    module: moduleResolution === "bundler" ? "esnext" : "node16",
    moduleResolution,
    strict: true,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    outDir: "compiled",
    rootDir: ".",
  };
  const settings = join(folder, "tsconfig.json");
  await writeFile(settings, JSON.stringify({ compilerOptions, files: [`${file}.ts`] }));
  await execute([process.execPath, toolFile(`typescript-${typescript}/bin/tsc`), "-p", settings], { folder });
  return "no error, skipLibCheck: false";
}
