import { cp } from "node:fs/promises";
import { join } from "node:path";
import { toolFile } from "../tools/load.ts";
import { bundleSteps } from "./bundle-steps.ts";
import { type Compiler, compilers, compileStep, quickCompilers } from "./compile.ts";
import { execute } from "./execute.ts";
import { lintSteps } from "./lint.ts";
import { install, type Manager, managers, npmManager, pnpmManager } from "./managers.ts";
import type { Packed } from "./pack.ts";
import { allPackages, createProject, programs } from "./project.ts";
import { runCompiled, tryCommand } from "./run-programs.ts";
import type { Step } from "./step.ts";

/** What the steps work with. */
export interface Workbench {
  /** A folder outside of this workspace. */
  readonly folder: string;
  readonly packages: readonly Packed[];
  readonly registryUrl: string;
}

const node20 = toolFile("node-20/bin/node");
const bun = toolFile("@oven/bun-linux-x64/bin/bun");
const { everyEntryPoint, clientAlone } = programs;

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

/** A project that names the client and nothing else, installed by the package manager that hides the rest. */
function clientAloneSteps(workbench: Workbench): Step[] {
  const folder = join(workbench.folder, "client-alone");
  return [
    {
      name: "pnpm, a project that names the client alone",
      async run() {
        await createProject(folder, clientAlone, ["@agent-chats/client"]);
        return install(pnpmManager, folder, workbench.registryUrl);
      },
    },
    ...quickCompilers.map((compiler) => compileStep("pnpm", folder, clientAlone, compiler)),
    {
      name: `pnpm, ${clientAlone.file} on Node 20`,
      run: () => runCompiled(folder, clientAlone, [node20]),
    },
    {
      name: "pnpm, the schema package is not seen from there, as documented",
      async run() {
        const code = 'import("@agent-chats/schema").then(() => console.log("seen"), ({ code }) => console.log(code))';
        const said = (await execute([node20, "--eval", code], { folder })).trim();
        if (said !== "ERR_MODULE_NOT_FOUND") throw new Error(`It is ${said}.`);
        return said;
      },
    },
  ];
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

/** A program of CommonJS gets ES modules by `require`, where Node can do that. */
function requireStep(folder: string): Step {
  return {
    name: "npm, required from CommonJS on Node 20",
    async run() {
      const code = 'console.log(typeof require("@agent-chats/client/cargo").createCargo)';
      const said = (
        await execute([node20, "--no-warnings", "--input-type=commonjs", "--eval", code], { folder })
      ).trim();
      if (said !== "function") throw new Error(`createCargo is ${said}.`);
      return "createCargo is there";
    },
  };
}

function commandStep(folder: string, name: string, node: string): Step {
  return { name: `npm, agent-chats-emulator on ${name}`, run: () => tryCommand(folder, node) };
}
