import { files } from "virtual:suite";
import fc from "fast-check";
import { type RunnerTask, TestRunner, vi } from "vitest";
import { setSafeTimers, startTests } from "vitest/internal/browser";
import type { Outcome, Report } from "./outcome.ts";
import { watchUncaught } from "./uncaught.ts";
import { config, state } from "./vitest-state.ts";

/** The same random cases on each runtime, so that a difference is the runtime's; and few, for it does the same in each. */
const randomCases = { seed: 20_261_125, numRuns: 25 };

const states: Record<string, Outcome["state"]> = { pass: "passed", fail: "failed" };

/** Vitest's runner, but for where a test file comes from. */
class BundleRunner extends TestRunner {
  override importFile(path: string): unknown {
    return files[path]?.();
  }
  override trace = <T>(_: string, attributes: Record<string, unknown> | (() => T), run?: () => T): T =>
    (run ?? (attributes as () => T))();
}

/** Runs every test file of the bundle, one after the other, as Vitest does in its own worker. */
export async function runTests(): Promise<Report> {
  fc.configureGlobal(randomCases);
  setSafeTimers();
  const uncaught = watchUncaught();
  const outcomes: Outcome[] = [];
  for (const path of Object.keys(files)) {
    state.filepath = path;
    const runner = new BundleRunner(config);
    const [file] = await startTests([path], runner);
    leaveNothingBehind();
    if (file) outcomes.push(...toOutcomes(path, file));
  }
  return { outcomes, uncaught: await uncaught.list() };
}

/** Vitest gives each file globals of its own; here they are shared. */
function leaveNothingBehind(): void {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
}

/** Of a test; of a suite, whose hooks can fail, and the tests in it; of a file, which can fail to load. */
function toOutcomes(path: string, task: RunnerTask, names: readonly string[] = []): Outcome[] {
  const messages = (task.result?.errors ?? []).map(({ message, diff }) => [message, diff].filter(Boolean).join("\n"));
  const state = states[task.result?.state ?? ""] ?? "skipped";
  const common = { file: path, title: names.join(" > "), state, messages };
  if (task.type === "test") return [{ ...common, kind: "test" }];
  const inner = task.tasks.flatMap((child) => toOutcomes(path, child, [...names, child.name]));
  return messages.length > 0 ? [{ ...common, kind: names.length > 0 ? "suite" : "file" }, ...inner] : inner;
}
