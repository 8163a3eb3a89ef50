import { posix } from "node:path";
import type { Packed } from "./pack.ts";

/** What is wrong with the files and the manifest of a package, in words; nothing where all is well. */
export function findFaults({ manifest, files, read }: Packed): string[] {
  const has = new Set(files);
  const missing = ["LICENSE", "README.md", ...namedFiles(manifest)].filter((file) => !has.has(file));
  return [
    ...missing.map((file) => `${file} is not packed`),
    ...files.filter((file) => /\.test(-d)?\.|tsconfig|\.turbo/.test(file)).map((file) => `${file} is packed`),
    ...files.filter((file) => file.endsWith(".map")).flatMap((file) => faultsOfMap(file, read(file), has)),
    ...files.filter((file) => /\.(js|d\.ts)$/.test(file)).flatMap((file) => faultsOfModule(file, read(file), has)),
    ...Object.entries(manifest.dependencies ?? {}).flatMap(([name, range]) =>
      /^\d+\.\d+\.\d+$/.test(range) ? [] : [`the dependency ${name} is ${range}, and no exact version`],
    ),
  ];
}

/** The files that a manifest names: patterns by what they end in, the others as they are. */
function namedFiles({ exports, bin = {} }: Packed["manifest"]): string[] {
  const named = [...Object.values(exports).flatMap((conditions) => Object.values(conditions)), ...Object.values(bin)];
  return named.filter((file) => !file.includes("*")).map((file) => posix.normalize(file));
}

/** A map is of use where the source that it leads to is there too. */
function faultsOfMap(file: string, text: string, has: ReadonlySet<string>): string[] {
  const { sources = [] } = JSON.parse(text) as { sources?: string[] };
  const sourceFiles = sources.map((source) => posix.join(posix.dirname(file), source));
  return sourceFiles
    .filter((source) => !has.has(source))
    .map((source) => `${file} leads to ${source}, which is not packed`);
}

function faultsOfModule(file: string, text: string, has: ReadonlySet<string>): string[] {
  const map = /^\/\/# sourceMappingURL=(.+)$/m.exec(text)?.[1];
  return map !== undefined && has.has(posix.join(posix.dirname(file), map)) ? [] : [`${file} has no map`];
}
