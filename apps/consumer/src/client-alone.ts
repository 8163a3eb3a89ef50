import { join } from "node:path";
import { compileStep, quickCompilers } from "./compile.ts";
import { execute } from "./execute.ts";
import { install, pnpmManager } from "./managers.ts";
import { createProject, programs } from "./project.ts";
import { runCompiled } from "./run-programs.ts";
import type { Step } from "./step.ts";
import { node20, type Workbench } from "./workbench.ts";

const { clientAlone } = programs;

/** A project that names the client and nothing else, installed by the package manager that hides the rest. */
export function clientAloneSteps(workbench: Workbench): Step[] {
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
