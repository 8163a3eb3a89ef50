import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The other clients: a workspace of its own, with a lockfile of its own. */
export const rivalsFolder = fileURLToPath(new URL("../rivals-packages/", import.meta.url));

/** Installs the packages of such a folder, as their lockfile has them. */
export async function installPackages(folder: string): Promise<void> {
  const args = ["--yes", "pnpm@12", "install", "--frozen-lockfile", "--silent"];
  const [code] = await once(spawn("npx", args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] }), "exit");
  if (code !== 0) throw new Error(`The packages in ${folder} could not be installed: exit code ${code}.`);
}
