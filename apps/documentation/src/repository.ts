import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the repository is. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Folders that hold nothing of ours, and what commands leave. */
const foreign = /(^|\/)(node_modules|dist|coverage|\.(?!ci$|github$|changeset$)[^/]*)$|^apps\/contract\/report$/;

/** Files and folders of the repository by their paths, folders with a slash at the end, in the order of their names. */
export function findPaths(folder = ""): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .filter(({ name }) => !foreign.test(join(folder, name)))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? [`${path}/`, ...findPaths(path)] : [path];
    })
    .sort();
}

/** The Markdown files of the repository, such as `docs/walk.md`. */
export function findPages(): string[] {
  return findPaths().filter((path) => path.endsWith(".md"));
}

/** The text of a file of the repository. */
export function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
