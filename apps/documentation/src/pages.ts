import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Folders that hold nothing of ours. */
const foreign = /^(node_modules|dist|\..*)$/;

/** The Markdown files of the repository, such as `docs/walk.md`, in the order of their names. */
export function findPages(root: string, folder = ""): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return foreign.test(entry.name) ? [] : findPages(root, path);
      return entry.name.endsWith(".md") ? [path] : [];
    })
    .sort();
}
