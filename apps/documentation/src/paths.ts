const topFolders = /^(apps|docs|packages|spec|\.ci|\.github)(\/|$)/;
const pathLike = /^[\w@<>*.-]+(\/[\w@<>*.-]+)*\/?$/;
const fileLike = /[\w>*-]\.(ts|tsx|js|mjs|json|jsonc|yaml|yml|md|html|png|txt)$/;

/** Whether code in prose names a file or a folder of the repository. Names of made-up vendors are none. */
export function isPath(code: string): boolean {
  if (!pathLike.test(code) || code.startsWith("@") || /\bacme\b/.test(code)) return false;
  return topFolders.test(code) || fileLike.test(code) || code.endsWith("/");
}

/**
 * Whether a name leads to a file or folder: from the root where it begins with a folder there, else by its last parts,
 * as in `src/main.ts`. `*` and `<vendor>` stand for any name.
 */
export function isThere(code: string, paths: readonly string[]): boolean {
  const escaped = code.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\\\*|<\w+>/g, "[^/]*");
  const start = topFolders.test(code) ? "^" : "(^|/)";
  const pattern = new RegExp(`${start}${escaped}/?$`);
  return paths.some((path) => pattern.test(path));
}
