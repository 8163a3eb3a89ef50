import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toolFile } from "../tools/load.ts";
import { execute } from "./execute.ts";
import { withoutNetworkFaults } from "./network-fault.ts";
import { scope } from "./registry.ts";
import { bun } from "./workbench.ts";

/** A package manager. */
export interface Manager {
  readonly name: string;
  readonly version: readonly [file: string, ...args: string[]];
  readonly install: readonly [file: string, ...args: string[]];
  /** How a program of the project runs with what was installed; by Node alone where nothing is said. */
  readonly run?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Files of settings, by name. */
  settings(registryUrl: string): Readonly<Record<string, string>>;
}

const node = process.execPath;
const npm = [node, toolFile("npm/bin/npm-cli.js")] as const;
const pnpm = ["npx", "--yes", "pnpm@12"] as const;
const yarn1 = [node, toolFile("yarn/bin/yarn.js")] as const;
const yarn4 = [node, toolFile("@yarnpkg/cli-dist/bin/yarn.js")] as const;

const npmrc = (url: string) => ({ ".npmrc": `${scope}:registry=${url}/\n` });
const yarnrc = (url: string) => ({
  ".yarnrc.yml": [
    `npmScopes:\n  agent-chats:\n    npmRegistryServer: "${url}"`,
    'unsafeHttpWhitelist: ["127.0.0.1"]',
    "enableGlobalCache: false\nenableTelemetry: false\nenableImmutableInstalls: false\n",
  ].join("\n"),
  // What Yarn takes for the end of a project; without it, it looks for one in the folders above.
  "yarn.lock": "",
});

/** Runs a package's command where nothing is installed, as `npx` does. */
export const npx = [...npm, "exec", "--yes", "--loglevel=error", "--cache=../npm-cache", "--"] as const;

/** npm, with which the rest is tried as well. */
export const npmManager: Manager = {
  name: "npm",
  version: [...npm, "--version"],
  install: [...npm, "install", "--no-audit", "--no-fund", "--loglevel=error", "--cache=../npm-cache"],
  settings: npmrc,
};

/** pnpm: a package sees only what its manifest names. */
export const pnpmManager: Manager = {
  name: "pnpm",
  version: [...pnpm, "--version"],
  install: [...pnpm, "install", "--no-frozen-lockfile", "--silent", "--store-dir=../pnpm-store"],
  settings: (url) => ({ ...npmrc(url), "pnpm-workspace.yaml": "# A project of its own.\npackages: []\n" }),
};

/** The package managers that packages are installed with. */
export const managers: readonly Manager[] = [
  npmManager,
  pnpmManager,
  {
    name: "Yarn 1",
    version: [...yarn1, "--version"],
    install: [...yarn1, "install", "--no-lockfile", "--non-interactive", "--cache-folder=../yarn-cache"],
    settings: npmrc,
  },
  {
    name: "Yarn 4, Plug'n'Play",
    version: [...yarn4, "--version"],
    install: [...yarn4, "install"],
    run: ["--require", "./.pnp.cjs", "--experimental-loader", "./.pnp.loader.mjs"],
    settings: yarnrc,
  },
  {
    name: "Bun",
    version: [bun, "--version"],
    install: [bun, "install", "--no-save", "--silent"],
    environment: { BUN_INSTALL_CACHE_DIR: "../bun-cache" },
    settings: npmrc,
  },
];

/** Tells a package manager where the packed packages are. */
export async function writeSettings({ settings }: Manager, folder: string, registryUrl: string): Promise<void> {
  for (const [file, text] of Object.entries(settings(registryUrl))) await writeFile(join(folder, file), text);
}

/** Installs what the `package.json` of a folder names. Returns the package manager's version. */
export async function install(manager: Manager, folder: string, registryUrl: string): Promise<string> {
  await writeSettings(manager, folder, registryUrl);
  const surroundings = { folder, environment: manager.environment ?? {} };
  return withoutNetworkFaults(async () => {
    await execute(manager.install, surroundings);
    return (await execute(manager.version, surroundings)).trim();
  });
}
