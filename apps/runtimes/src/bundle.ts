import { join, sep } from "node:path";
import { build, type Plugin } from "vite";
import { lendToTests } from "./lend.ts";
import type { Suite } from "./suite.ts";

/** Who starts the tests: each is a file in `inside/`. */
export type Host = "script" | "worker" | "page";

/** As many runs as a runtime needs to show that it does the same; Vitest's own run has the many. */
const environment = { NODE_ENV: "test", SIMULATION_RUNS: "200" };

const inside = join(import.meta.dirname, "../inside");

/** Bundles the tests of a suite, the client and Vitest's runner into one file that imports nothing, and names it. */
export async function bundle(suite: Suite, host: Host, directory: string): Promise<string> {
  const name = `${host}.mjs`;
  await build({
    configFile: false,
    envFile: false,
    root: suite.root,
    logLevel: "error",
    plugins: [provideSuite(suite), lendToTests((path) => isTestPath(suite, path))],
    resolve: { conditions: ["@agent-chats/source", "import", "module", "default"] },
    // Vite would leave the first to whoever uses a library.
    define: {
      "process.env.NODE_ENV": JSON.stringify(environment.NODE_ENV),
      "process.env": JSON.stringify(environment),
    },
    build: {
      target: "es2023",
      minify: false,
      outDir: directory,
      emptyOutDir: false,
      modulePreload: false,
      reportCompressedSize: false,
      lib: { entry: join(inside, `${host}.ts`), formats: ["es"], fileName: () => name },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  return join(directory, name);
}

/** A test file, or what only tests import. */
function isTestPath({ root, counts }: Suite, path: string): boolean {
  if (!path.startsWith(root + sep)) return false;
  const file = path.slice(root.length + 1);
  return counts.has(file) || file.startsWith(`test${sep}`);
}

function provideSuite({ root, counts, config }: Suite): Plugin {
  const files = [...counts.keys()].map(
    (file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(join(root, file))})`,
  );
  return {
    name: "provide-suite",
    resolveId: (id) => (id === "virtual:suite" ? `\0${id}` : undefined),
    load: (id) =>
      id === "\0virtual:suite"
        ? `export const config = ${JSON.stringify(config)};\nexport const files = { ${files.join(",\n")} };`
        : undefined,
  };
}
