import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** An example of the documentation. */
export interface Example {
  /** Where it stands, such as `README.md:5`. */
  readonly place: string;
  readonly code: string;
}

/** What an example may use without importing it: the public surface of its package, and the prelude. */
const importable: Readonly<Record<string, readonly string[]>> = {
  "@agent-chats/client": ["createApi", "isAgentChatsError", "isDeclaredError", "paginate", "redact"],
  "@agent-chats/client/cargo": ["createCargo"],
  "@agent-chats/client/cotool": ["createCotool"],
  "@agent-chats/client/invent": ["createInvent"],
  "@agent-chats/client/drift": ["createDrift", "formatDriftReport", "readHar"],
  "@agent-chats/client/unified": ["createUnified"],
  "@agent-chats/emulator": ["createEmulator"],
  "./prelude.ts": [
    ...["agentId", "cargo", "chatUuid", "cotool", "emulator", "invent"],
    ...["harText", "previousCursor", "readKeyFromVault"],
  ],
};

/** The TypeScript examples in Markdown files, and in the doc comments of the sources below folders. */
export function findExamples(root: string, paths: readonly string[]): Example[] {
  const files = paths.flatMap((path) => (path.endsWith(".md") ? [path] : sourcesBelow(root, path)));
  return files.flatMap((file) => examplesOf(join(root, file), file));
}

function sourcesBelow(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  const sources = entries.filter((file) => file.endsWith(".ts") && !/\.test(-d)?\.ts$/.test(file));
  return sources.sort().map((file) => join(folder, file));
}

function examplesOf(path: string, name: string): Example[] {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/^( \* )?```ts\n([\s\S]*?)^( \* )?```$/gm)].map(({ index, 2: code = "" }) => ({
    place: `${name}:${text.slice(0, index).split("\n").length}`,
    code: code.replace(/^ \* ?/gm, ""),
  }));
}

/** The rows of the README's table of recipes, as programs: whatever stands in code after the last bar. */
export function findRecipes(root: string): Example[] {
  const lines = readFileSync(join(root, "README.md"), "utf8").split("\n");
  return lines.flatMap((line, index) => {
    const code = /^\| [^|]* \| `((?:await|const|for await) .*?)`/.exec(line)?.[1];
    return code ? [{ place: `README.md:${index + 1}`, code: code.replaceAll("…", "void 0") }] : [];
  });
}

/** What an example says that it prints: what stands behind `//` in the lines that print, in their order. */
export function outputOf({ code }: Example): string[] {
  return [...code.matchAll(/console\.log\(.*\);? \/\/ (.*)$/gm)].map(([, output = ""]) => output);
}

/** An example as a program of its own: with the imports that it takes for granted. */
export function toProgram({ code }: Example): string {
  const isMissing = (name: string) =>
    new RegExp(`\\b${name}\\b`).test(code) &&
    !new RegExp(`(const|let) ${name}\\b|import \\{[^}]*\\b${name}\\b`).test(code);
  const imports = Object.entries(importable).flatMap(([from, names]) => {
    const missing = names.filter(isMissing);
    return missing.length > 0 ? [`import { ${missing.join(", ")} } from "${from}";`] : [];
  });
  const intercepts = code.includes(`from "msw/node"`);
  const prelude = [`import { usePlatformFetch } from "./prelude.ts";`, `usePlatformFetch(${intercepts});`];
  return [...prelude, ...imports, code, "export {};", ""].join("\n");
}
