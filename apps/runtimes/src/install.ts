import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** Outside of the workspace, so that nobody waits for 300 MB who does not want them. */
export const binaries = join(import.meta.dirname, "../binaries");

/** Installs what `binaries/package.json` names, from the registry, or finds that it is there. Runs no script of a package. */
export async function installBinaries(): Promise<void> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("The runtimes come as binaries for Linux x64. Elsewhere, name node-24.");
  }
  const pnpm = process.env.npm_execpath;
  const [file, args] = pnpm?.includes("pnpm") ? [pnpm, []] : ["npx", ["--yes", "pnpm@12"]];
  const install = ["install", "--ignore-workspace", "--frozen-lockfile", "--ignore-scripts"];
  await promisify(execFile)(file, [...args, ...install], { cwd: binaries }).catch(
    (error: { stdout?: string; stderr?: string }) => {
      throw new Error(`The runtimes could not be installed.\n${error.stdout ?? ""}${error.stderr ?? ""}`, {
        cause: error,
      });
    },
  );
}
