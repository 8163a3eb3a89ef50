import { fileURLToPath } from "node:url";
import { execute } from "./execute.ts";

const folder = fileURLToPath(new URL("../tools/", import.meta.url));

/** Installs what `tools/package.json` names, as its lockfile has it, or finds that it is there. Runs no script of a package. */
export async function installTools(isQuick: boolean): Promise<void> {
  if (!isQuick && (process.platform !== "linux" || process.arch !== "x64")) {
    throw new Error("Node 20 and Bun come as binaries for Linux x64. Elsewhere, use --quick.");
  }
  const install = ["npx", "--yes", "pnpm@12", "install", "--frozen-lockfile", "--ignore-scripts"] as const;
  // A quick look wants no hundred megabytes of runtimes: they are development dependencies there.
  await execute([...install, ...(isQuick ? ["--prod"] : [])], { folder });
}
