import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { load } from "../../rivals-packages/load.ts";
import { plainRivals } from "./plain-rivals.ts";
import type { Rival } from "./rival.ts";
import { sdkRivals } from "./sdk-rivals.ts";

/** Has a `package.json` and a lockfile of its own, outside the workspace. */
const folder = fileURLToPath(new URL("../../rivals-packages/", import.meta.url));

/** Installs the rivals as their lockfile has them, and makes them ready. */
export async function installRivals(): Promise<Rival[]> {
  await installPackages();
  return Promise.all([...plainRivals, ...sdkRivals].map((create) => create(load)));
}

/** Installs the packages of the rivals, as their lockfile has them. */
export async function installPackages(): Promise<void> {
  const args = ["--yes", "pnpm@12", "install", "--ignore-workspace", "--frozen-lockfile", "--silent"];
  const [code] = await once(spawn("npx", args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] }), "exit");
  if (code !== 0) throw new Error(`The rivals could not be installed in ${folder}: exit code ${code}.`);
}
