import { execFile } from "node:child_process";
import { access, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "..");

/** Everything that the page is made of. */
const sources = [
  join(root, "web"),
  join(root, "server", "info.ts"),
  join(root, "vite.config.ts"),
  join(root, "package.json"),
  ...["@agent-chats/client", "@agent-chats/schema"].map((name) => dirname(fileURLToPath(import.meta.resolve(name)))),
];

/**
 * Builds the page into `dist/<stamp>` unless that is there already, and returns the directory. The stamp changes with
 * the sources, so a stale page is never served; a build in progress is never seen, not by a second process either.
 */
export async function buildPage(): Promise<string> {
  const parent = join(root, "dist");
  const directory = join(parent, await stampSources());
  if (await exists(directory)) return directory;

  const scratch = join(parent, `building-${process.pid}`);
  await mkdir(parent, { recursive: true });
  await runVite(scratch);
  // Where another process was faster, its result is the same.
  await rename(scratch, directory).catch(() => rm(scratch, { recursive: true, force: true }));
  const old = (await readdir(parent)).map((name) => join(parent, name));
  const left = old.filter((path) => path !== directory && !path.includes("building-"));
  await Promise.all(left.map((path) => rm(path, { recursive: true, force: true })));
  return directory;
}

/** In a process of its own: Vite takes NODE_ENV from its environment, which under Vitest means a React for tests. */
async function runVite(outDir: string): Promise<void> {
  const cli = join(dirname(fileURLToPath(import.meta.resolve("vite/package.json"))), "bin", "vite.js");
  const parameters = [cli, "build", "--outDir", outDir, "--emptyOutDir", "--logLevel", "error"];
  const env = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)(process.execPath, parameters, { cwd: root, env });
}

/** Number of source files and the newest change of one. */
async function stampSources(): Promise<string> {
  const files = (await Promise.all(sources.map(listFiles))).flat();
  const times = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
  return `${files.length}-${Math.max(...times)
    .toString(36)
    .replace(".", "-")}`;
}

async function listFiles(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
