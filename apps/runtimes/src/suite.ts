import { dirname, relative } from "node:path";
import { Writable } from "node:stream";
import type { SerializedConfig } from "vitest";
import { createVitest, type TestModule } from "vitest/node";
import type { NeedsNode } from "./needs-node.ts";

/** The tests of one project of Vitest. */
export interface Suite {
  /** Folder of the project. */
  readonly root: string;
  /** Number of tests in each file, by its path from the root. */
  readonly counts: ReadonlyMap<string, number>;
  /** Number of tests in files that no runtime is given. */
  readonly leftOut: number;
  readonly config: SerializedConfig;
}

/**
 * Asks Vitest which tests a project has: every runtime must run as many. Throws where a file does not load.
 *
 * @param config the file with the configuration
 * @param name of the project in it
 * @param needNode files that no runtime is given
 */
export async function loadSuite(config: string, name: string, needNode: readonly NeedsNode[]): Promise<Suite> {
  const silent = () => new Writable({ write: (_, __, done) => done() });
  const options = { config, root: dirname(config), project: [name], watch: false, reporters: [] };
  const vitest = await createVitest("test", options, {}, { stdout: silent(), stderr: silent() });
  try {
    const { testModules, unhandledErrors } = await vitest.collect([], { staticParse: false });
    const [project] = vitest.projects;
    if (!project) throw new Error(`${config} has no project ${name}.`);
    const { root } = project.config;
    const modules = testModules.filter(({ moduleId }) => !moduleId.endsWith("-d.ts"));
    const broken = modules.filter((module) => module.errors().length > 0);
    const errors = [...unhandledErrors, ...broken.flatMap((module) => module.errors())] as Error[];
    if (errors.length > 0) throw new AggregateError(errors, errors.map(({ message }) => message).join("\n"));
    const counts = modules.map((module) => [relative(root, module.moduleId), countTests(module)] as const).sort();
    const isLeftOut = (path: string) => needNode.some(({ file }) => file === path);
    const left = counts.filter(([file]) => isLeftOut(file));
    return {
      root,
      config: project.serializedConfig,
      counts: new Map(counts.filter(([file]) => !isLeftOut(file))),
      leftOut: left.reduce((sum, [, count]) => sum + count, 0),
    };
  } finally {
    await vitest.close();
  }
}

const countTests = ({ children }: TestModule) => [...children.allTests()].length;
