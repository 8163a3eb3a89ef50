import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { execute } from "./execute.ts";
import { npmManager, npx, writeSettings } from "./managers.ts";
import { tryCommand } from "./run-programs.ts";
import type { Step } from "./step.ts";
import { node20, type Workbench } from "./workbench.ts";

/** A program of CommonJS gets ES modules by `require`, where Node can do that. */
export function requireStep(folder: string): Step {
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

/** The emulator's command by the package's name, as its README says, for whoever has not installed it. */
export function npxStep({ folder, registryUrl }: Workbench): Step {
  return {
    name: "npx @agent-chats/emulator, nothing installed",
    async run() {
      const empty = join(folder, "empty");
      await mkdir(empty);
      await writeSettings(npmManager, empty, registryUrl);
      const said = await execute([...npx, "@agent-chats/emulator", "--help"], { folder: empty });
      if (!said.includes("--port")) throw new Error(`It said\n${said}`);
      return "tells its options";
    },
  };
}

/** The emulator's command, as npm links it. */
export function commandStep(folder: string, name: string, node: string): Step {
  return { name: `npm, agent-chats-emulator on ${name}`, run: () => tryCommand(folder, node) };
}
