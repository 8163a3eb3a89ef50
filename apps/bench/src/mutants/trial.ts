import { basename, join } from "node:path";
import { BaseSequencer, startVitest, type TestCase, type TestSpecification } from "vitest/node";
import { type Assignment, clientRoot, type Outcome } from "./assignment.ts";

/** Tests that take seconds without a mutant do not end any more. Work counts, so that others on the machine do not. */
const mostCpuMs = 20_000;
/** A module that is nowhere but in memory: a failure of the simulation is enough, its smallest case would take seconds. */
const setup = {
  file: join(clientRoot, "no-shrinking.ts"),
  text: 'import fc from "fast-check"; fc.configureGlobal({ endOnFailure: true });',
};

const conditions = ["@agent-chats/source", "import", "module", "default"];

// One process runs the tests of the walk once: its parent can end it, whatever a mutant does. Nothing is written to disk.
process.once("disconnect", () => process.exit());
process.once("message", async (assignment: Assignment) => {
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    if (user + system > mostCpuMs * 1000) process.send?.("time" satisfies Outcome, () => process.exit());
  }, 1000);
  process.send?.(await run(assignment), () => process.exit());
});

async function run({ file, text, tests, excluded, bail }: Assignment): Promise<Outcome> {
  const modules = new Map([
    [setup.file, setup.text],
    [file, text],
  ]);
  const vitest = await startVitest(
    "test",
    [...tests],
    {
      root: clientRoot,
      config: false,
      watch: false,
      // Tests that cannot see the mutant need not run.
      ...(file && { related: [file] }),
      cache: false,
      // It would give the modules as they are on disk, past the plugin.
      fsModuleCache: false,
      reporters: [{}],
      bail,
      // A busy machine fails no test, and so kills no mutant: what does not end is ended by the work that it took.
      testTimeout: 120_000,
      setupFiles: [setup.file],
      // Threads die with the process.
      pool: "threads",
      isolate: false,
      maxWorkers: 1,
      sequence: { sequencer: nearestFirst(file) },
      ...(excluded.length > 0 && { testNamePattern: exclude(excluded) }),
    },
    {
      resolve: { conditions },
      ssr: { resolve: { conditions } },
      plugins: [{ name: "mutant", enforce: "pre", load: (id) => modules.get(id) }],
    },
  );
  const failed = vitest.state.getTestModules().flatMap((module) => [
    ...Array.from(module.children.allTests("failed"), fullName),
    // A module that cannot even be loaded has no tests.
    ...(module.errors().length > 0 ? [basename(module.moduleId)] : []),
  ]);
  const errors = vitest.state.getUnhandledErrors().map(String);
  await vitest.close();
  return { failed, errors };
}

/** First the tests of the very unit, then the simulation, which notices most of what is left in a second. */
function nearestFirst(file: string) {
  const rank = ({ moduleId }: TestSpecification) =>
    moduleId === file.replace(/\.ts$/, ".test.ts") ? 0 : moduleId.endsWith("simulation.test.ts") ? 1 : 2;
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]) {
      return files.toSorted((left, right) => rank(left) - rank(right));
    }
  };
}

/** The name as Vitest matches it against a pattern. */
function fullName(test: TestCase): string {
  const names = [test.name];
  for (let parent = test.parent; parent.type === "suite"; parent = parent.parent) names.unshift(parent.name);
  return names.join(" ");
}

function exclude(names: readonly string[]): RegExp {
  return new RegExp(`^(?!(?:${names.map((name) => name.replaceAll(/[^\w ]/g, "\\$&")).join("|")})$)`);
}
