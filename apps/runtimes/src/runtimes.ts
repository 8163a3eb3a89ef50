import { join } from "node:path";
import { chromiumRuntime } from "./chromium.ts";
import { binaries } from "./install.ts";
import type { Runtime } from "./runtime.ts";
import { createScriptRuntime } from "./scripts.ts";
import { createWorkerd } from "./workerd.ts";

const installed = (path: string) => join(binaries, "node_modules", path);

const createNode = (release: number) =>
  createScriptRuntime({ name: `node-${release}`, file: installed(`node-${release}/bin/node`), release: `${release}.` });

/**
 * All that the client promises to run on. Their versions stand in `binaries/package.json`; Node 24 and Chromium are the
 * workspace's own.
 */
export const runtimes = [
  createNode(20),
  createNode(22),
  createScriptRuntime({ name: "node-24", file: process.execPath, isInstalled: false, release: "24." }),
  createNode(26),
  createScriptRuntime({ name: "bun", file: installed("@oven/bun-linux-x64/bin/bun"), args: ["run"] }),
  createScriptRuntime({
    name: "deno",
    file: installed("@deno/linux-x64-glibc/deno"),
    // No permission, but for what Vitest asks in order to know whether it may print in colour.
    args: ["run", "--no-prompt", "--no-config", "--no-lock", "--allow-env=FORCE_TTY,NO_COLOR"],
  }),
  createWorkerd(installed("@cloudflare/workerd-linux-64/bin/workerd")),
  chromiumRuntime,
] satisfies readonly Runtime[];

/** The runtimes by name. Throws an error with words for the user where one is unknown. */
export function selectRuntimes(names: readonly string[]): readonly Runtime[] {
  const known = runtimes.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(", ")}. There are ${known.join(", ")}.`);
  return names.length === 0 ? runtimes : runtimes.filter(({ name }) => names.includes(name));
}
