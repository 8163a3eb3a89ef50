import { cp } from "node:fs/promises";
import { join } from "node:path";
import { bundleSteps } from "./bundle-steps.ts";
import { clientAloneSteps } from "./client-alone.ts";
import { commandStep, npxStep, requireStep } from "./command-steps.ts";
import { type Compiler, compilers, compileStep, quickCompilers } from "./compile.ts";
import { lintSteps } from "./lint.ts";
import { install, type Manager, managers, npmManager, pnpmManager } from "./managers.ts";
import { allPackages, createProject, programs } from "./project.ts";
import { runCompiled } from "./run-programs.ts";
import type { Step } from "./step.ts";
import { bun, node20, type Workbench } from "./workbench.ts";

const { everyEntryPoint } = programs;

/** What is tried in seconds: npm, the oldest and the newest compiler, this Node, one bundler. */
export function quickSteps(workbench: Workbench): Step[] {
  const folder = join(workbench.folder, "npm");
  return [
    ...lintSteps(workbench.packages),
    ...npmSteps(workbench, quickCompilers),
    runStep("npm", folder, "this Node", [process.execPath]),
    commandStep(folder, "this Node", process.execPath),
    ...bundleSteps(folder, ["esbuild"]),
  ];
}

/** All that is tried. */
export function allSteps(workbench: Workbench): Step[] {
  const folder = join(workbench.folder, "npm");
  return [
    ...lintSteps(workbench.packages),
    ...npmSteps(workbench, compilers),
    runStep("npm", folder, "Node 20", [node20]),
    requireStep(folder),
    commandStep(folder, "Node 20", node20),
    npxStep(workbench),
    ...managers.filter(({ name }) => name !== "npm").flatMap((manager) => managerSteps(workbench, manager)),
    runStep("Bun", join(workbench.folder, "Bun"), "Bun", [bun]),
    ...clientAloneSteps(workbench),
    ...bundleSteps(folder, ["esbuild", "Vite", "Rollup", "webpack"]),
  ];
}

function npmSteps(workbench: Workbench, chosen: readonly Compiler[]): Step[] {
  const folder = join(workbench.folder, "npm");
  return [
    installStep(workbench, npmManager),
    // What runs, here and in the other projects, is what the last of them made.
    ...chosen.map((compiler) => compileStep("npm", folder, everyEntryPoint, compiler)),
  ];
}

/** Another package manager: what npm's project compiled must run with what this one installs. */
function managerSteps(workbench: Workbench, manager: Manager): Step[] {
  const folder = join(workbench.folder, manager.name);
  const compiled = ["npm", "compiled"] as const;
  return [
    installStep(workbench, manager),
    ...(manager === pnpmManager ? compilersOf(manager, folder) : []),
    {
      name: `${manager.name}, ${everyEntryPoint.file} on Node 20`,
      async run() {
        await cp(join(workbench.folder, ...compiled), join(folder, "compiled"), { recursive: true });
        return runCompiled(folder, everyEntryPoint, [node20, ...(manager.run ?? [])]);
      },
    },
  ];
}

/** Where a package sees only what it names, types may be found that are not its own. */
function compilersOf({ name }: Manager, folder: string): Step[] {
  return quickCompilers.map((compiler) => compileStep(name, folder, everyEntryPoint, compiler));
}

function installStep({ folder, registryUrl }: Workbench, manager: Manager): Step {
  return {
    name: `${manager.name}, install`,
    async run() {
      const project = join(folder, manager.name);
      await createProject(project, everyEntryPoint, allPackages);
      return install(manager, project, registryUrl);
    },
  };
}

function runStep(where: string, folder: string, name: string, runtime: readonly [string, ...string[]]): Step {
  return {
    name: `${where}, ${everyEntryPoint.file} on ${name}`,
    run: () => runCompiled(folder, everyEntryPoint, runtime),
  };
}
