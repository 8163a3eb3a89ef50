/** One thing that is tried. */
export interface Step {
  readonly name: string;
  /** Returns what is worth a word about how it went; throws where it failed. */
  run(): Promise<string>;
}

/** How a step went. */
export interface Outcome {
  readonly name: string;
  readonly isPassed: boolean;
  /** What is worth a word, or why it failed. */
  readonly detail: string;
  readonly elapsedMs: number;
}

/** Runs steps one after another, the rest also after one that fails: a reader wants to know all that is wrong. */
export async function* runSteps(steps: Iterable<Step>): AsyncGenerator<Outcome> {
  for (const { name, run } of steps) {
    const startedAt = performance.now();
    const outcome = await run().then(
      (detail) => ({ isPassed: true, detail }),
      (error: unknown) => ({ isPassed: false, detail: error instanceof Error ? error.message : String(error) }),
    );
    yield { name, ...outcome, elapsedMs: performance.now() - startedAt };
  }
}

/** A line of the transcript; of a failure all that is known. */
export function toLine({ name, isPassed, detail }: Omit<Outcome, "elapsedMs">): string {
  const [first = "", ...more] = detail.split("\n");
  const rest = isPassed ? [] : more.map((line) => `        ${line}`);
  return [`${isPassed ? "ok    " : "FAILED"}  ${name}${first && `: ${first}`}`, ...rest].join("\n");
}
