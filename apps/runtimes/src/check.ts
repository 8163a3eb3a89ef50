import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle, type Host } from "./bundle.ts";
import { judge, type Verdict } from "./judge.ts";
import type { LeftOut } from "./left-out.ts";
import type { Runtime } from "./runtime.ts";
import type { Suite } from "./suite.ts";

/** Longest that one runtime may take. */
const limitMs = 180_000;

/** How a runtime did. */
export interface Result extends Verdict {
  readonly name: string;
  readonly version: string;
  readonly seconds: number;
}

/** Runs the tests on one runtime after another: they share two cores. */
export async function* check(
  suite: Suite,
  runtimes: readonly Runtime[],
  leftOut: readonly LeftOut[],
): AsyncGenerator<Result> {
  const directory = await mkdtemp(join(tmpdir(), "runtimes-"));
  try {
    // Made once and first: what is edited meanwhile must not look like a difference between two runtimes.
    const bundles = new Map<Host, string>();
    for (const host of new Set(runtimes.map(({ host }) => host)))
      bundles.set(host, await bundle(suite, host, directory));
    for (const runtime of runtimes) yield await checkOn(runtime, bundles.get(runtime.host) ?? "", suite, leftOut);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function checkOn(runtime: Runtime, file: string, suite: Suite, leftOut: readonly LeftOut[]): Promise<Result> {
  const { name } = runtime;
  let [version, startedAt] = ["", performance.now()];
  const toResult = (verdict: Verdict) => ({
    name,
    version,
    seconds: (performance.now() - startedAt) / 1000,
    ...verdict,
  });
  try {
    version = await runtime.version();
    if (!version.startsWith(runtime.release ?? "")) throw new Error(`It is ${version}, not ${runtime.release}.`);
    startedAt = performance.now();
    const report = await runtime.run(file, AbortSignal.timeout(limitMs));
    const verdict = judge(report, { runtime: name, counts: suite.counts, leftOut });
    return toResult({ ...verdict, leftOut: verdict.leftOut + suite.leftOut });
  } catch (error) {
    const message = error instanceof Error ? error.message : `${error}`;
    return toResult({ passed: 0, leftOut: 0, failures: [{ title: "it did not run", message }] });
  }
}
