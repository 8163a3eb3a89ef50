import { join, relative } from "node:path";
import { BaseSequencer, startVitest, type TestCase, type TestModule, type TestSpecification } from "vitest/node";
import { type Assignment, type Failure, type Outcome, root } from "./assignment.ts";

const conditions = ["@agent-chats/source", "import", "module", "default"];
/** A module that is nowhere but in memory: of a failed property, the smallest case is not wanted. */
const setup = {
  file: join(root, "apps/contract/src/no-shrinking.ts"),
  text: 'import fc from "fast-check"; fc.configureGlobal({ endOnFailure: true });',
};

// One process runs tests once, with modules that are changed in memory alone: its parent can end it, whatever they do.
process.once("disconnect", () => process.exit());
process.once("message", async (assignment: Assignment) => {
  process.send?.(await run(assignment), () => process.exit());
});

async function run({ modules, tests, excluded, only, bail }: Assignment): Promise<Outcome> {
  const texts = new Map([...Object.entries(modules), [setup.file, setup.text]]);
  const pattern = only.length > 0 ? `^(?:${toPattern(only)})$` : `^(?!(?:${toPattern(excluded)})$)`;
  const vitest = await startVitest(
    "test",
    [],
    {
      root,
      config: false,
      watch: false,
      include: [...tests],
      cache: false,
      // It would give the modules as they are on disk, past the plugin.
      fsModuleCache: false,
      reporters: [{}],
      bail,
      setupFiles: [setup.file],
      testTimeout: 60_000,
      hookTimeout: 120_000,
      // Threads die with the process.
      pool: "threads",
      isolate: false,
      maxWorkers: 1,
      sequence: { sequencer: inOrderOf(tests) },
      ...((only.length > 0 || excluded.length > 0) && { testNamePattern: new RegExp(pattern) }),
    },
    {
      resolve: { conditions },
      ssr: { resolve: { conditions } },
      plugins: [{ name: "mutant", enforce: "pre", load: (id) => texts.get(id.split("?", 1)[0] ?? "") }],
    },
  );
  const files = vitest.state.getTestModules();
  const failures = [...files.flatMap(failuresOf), ...vitest.state.getUnhandledErrors().map(toFailure)];
  const passed = files.reduce((sum, file) => sum + [...file.children.allTests("passed")].length, 0);
  await vitest.close();
  return { failures, passed };
}

function toPattern(names: readonly string[]): string {
  return names.map((name) => name.replaceAll(/[^\w ]/g, "\\$&")).join("|");
}

function failuresOf(file: TestModule): Failure[] {
  const place = relative(root, file.moduleId);
  const suites = [...file.children.allSuites()].flatMap((suite) => suite.errors());
  return [
    ...Array.from(file.children.allTests("failed"), (test) => {
      const titles = titlesOf(test);
      const message = test.result().errors?.[0]?.message ?? "";
      return {
        test: [place, ...titles].join(" > "),
        fullName: titles.join(" > "),
        file: place,
        message: firstLine(message),
      };
    }),
    // A file that cannot be loaded has no tests, and one whose servers do not start has none that ran.
    ...[...file.errors(), ...suites].map(({ message }) => ({
      test: place,
      fullName: "",
      file: place,
      message: firstLine(message),
    })),
  ];
}

function toFailure(error: unknown): Failure {
  return { test: "outside of any test", fullName: "", file: "", message: firstLine(String(error)) };
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0]?.slice(0, 300) ?? "";
}

function titlesOf(test: TestCase): string[] {
  const titles = [test.name];
  for (let parent = test.parent; parent.type === "suite"; parent = parent.parent) titles.unshift(parent.name);
  return titles;
}

function inOrderOf(tests: readonly string[]) {
  const rank = ({ moduleId }: TestSpecification) => tests.indexOf(relative(root, moduleId));
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]) {
      return files.toSorted((left, right) => rank(left) - rank(right));
    }
  };
}
