import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { type GeneratedFiles, mark } from "./generate.ts";

/** How the files on disk differ from those that the specs call for; paths relative to the directory. */
export interface Difference {
  path: string;
  /** `not ours`: a file that the generator did not write, and will not touch. */
  state: "stale" | "missing" | "left over" | "not ours";
}

/** Every difference, not only the first: a check that stops early hides the rest. */
export async function differences(files: GeneratedFiles, directory: string): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const [path, content] of files) {
    const onDisk = await readFile(join(directory, path), "utf8").catch(() => undefined);
    if (onDisk === undefined) found.push({ path, state: "missing" });
    else if (onDisk !== content) found.push({ path, state: "stale" });
  }
  for (const path of (await filesBelow(directory)).filter((path) => !files.has(path))) {
    const isOurs = (await readFile(join(directory, path), "utf8")).startsWith(mark);
    found.push({ path, state: isOurs ? "left over" : "not ours" });
  }
  return found;
}

/** Makes the directory hold exactly the files, beside those that are not ours; returns what was changed, and those. */
export async function write(files: GeneratedFiles, directory: string): Promise<Difference[]> {
  const changes = await differences(files, directory);
  for (const { path, state } of changes) {
    if (state === "not ours") continue;
    const target = join(directory, path);
    if (state === "left over") {
      await rm(target);
      continue;
    }
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, files.get(path) ?? "");
  }
  return changes;
}

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .sort();
}
