import { check, type Result } from "./check.ts";
import { installBinaries } from "./install.ts";
import type { LeftOut } from "./left-out.ts";
import { heading, toDetails, toRow } from "./print.ts";
import type { Runtime } from "./runtime.ts";
import type { Suite } from "./suite.ts";

/** Runs the tests on each runtime, prints how it went, and tells whether it went well. */
export async function run(suite: Suite, runtimes: readonly Runtime[], leftOut: readonly LeftOut[]): Promise<boolean> {
  if (runtimes.some(({ isInstalled }) => isInstalled)) await installBinaries();
  const tests = [...suite.counts.values()].reduce((sum, count) => sum + count, suite.leftOut);
  console.log(`${tests} tests\n\n${heading}`);
  const results: Result[] = [];
  for await (const result of check(suite, runtimes, leftOut)) {
    console.log(toRow(result));
    results.push(result);
  }
  const failed = results.filter(({ failures }) => failures.length > 0);
  for (const result of failed) console.log(`\n${toDetails(result)}`);
  return results.length > 0 && failed.length === 0;
}
