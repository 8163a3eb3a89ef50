import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Everything runs on source: no workspace has to be built before its neighbours are tested.
const conditions = ["@agent-chats/source"];

const workspaces = {
  spec: "spec",
  schema: "packages/schema",
  client: "packages/client",
  emulator: "packages/emulator",
  contract: "apps/contract",
  documentation: "apps/documentation",
  demo: "apps/demo",
  bench: "apps/bench",
  runtimes: "apps/runtimes",
  consumer: "apps/consumer",
};

/** What a workspace needs beside the common settings. */
const special: { [Name in keyof typeof workspaces]?: object } = {
  // Type tests: *.test-d.ts are compiled, and their errors fail the run.
  client: { typecheck: { enabled: true, checker: "tsc", include: ["**/*.test-d.ts"], tsconfig: "./tsconfig.json" } },
  // Runs the command itself, several times.
  schema: { testTimeout: 60_000 },
  // A Prism process for each spec takes seconds to start, and a browser too.
  contract: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: fileURLToPath(new URL("apps/contract/src/report/finish-report.ts", import.meta.url)),
  },
  // Compiles the examples, and generates a vendor.
  documentation: { testTimeout: 60_000, hookTimeout: 60_000 },
  demo: { testTimeout: 60_000, hookTimeout: 60_000 },
  // Several walkers over hundreds of pages.
  bench: { testTimeout: 60_000, hookTimeout: 60_000 },
  // Runs the command itself.
  runtimes: { testTimeout: 60_000 },
};

export default defineConfig({
  test: {
    projects: Object.entries(workspaces).map(([name, root]) => ({
      root,
      resolve: { conditions: [...conditions, "import", "module", "default"] },
      ssr: { resolve: { conditions: [...conditions, "import", "module", "default"] } },
      test: {
        name,
        environment: "node",
        execArgv: conditions.map((condition) => `--conditions=${condition}`),
        ...special[name as keyof typeof special],
      },
    })),
  },
});
