import type { TestProject } from "vitest/node";

/**
 * Tests of a project that failed, as `file > title`, and files that could not be run at all: what a report has as
 * `failedTests`. For the end of a run, where the runner's own state is at hand: the teardown of a global setup.
 */
export function failedTestsOf({ name, vitest }: TestProject): string[] {
  return vitest.state
    .getTestModules()
    .filter((module) => module.project.name === name)
    .flatMap((module) => [
      ...(module.errors().length > 0 ? [`${module.relativeModuleId} could not be run`] : []),
      ...[...module.children.allTests("failed")].map((test) => `${module.relativeModuleId} > ${test.fullName}`),
    ])
    .sort();
}
