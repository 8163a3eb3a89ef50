import type { Browser, CDPSession } from "playwright-core";

/** What kept the page's main thread busy. */
export interface Busy {
  /** The longest task, by the time that the processor spent on it. */
  readonly longestMs: number;
  /** The longest task by the clock: also the time that other programs took meanwhile. */
  readonly longestByClockMs: number;
  /** Tasks of more than 50 ms, by the time that the processor spent on them. */
  readonly over50: number;
  readonly elapsedMs: number;
}

/** An event of Chromium's trace; times are microseconds, `tdur` those that the processor spent. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Room for minutes of tasks; the default of Chromium's is full after some seconds, and what comes later is lost. */
const bufferKilobytes = 1_000_000;

/** Watches the tasks of the main threads of a browser's pages while something is done. */
export async function traceTasks(browser: Browser, act: () => Promise<void>): Promise<Busy> {
  const session = await browser.newBrowserCDPSession();
  const trace = collect(session);
  await session.send("Tracing.start", {
    traceConfig: { includedCategories: ["toplevel", "__metadata"], traceBufferSizeInKb: bufferKilobytes },
  });
  const startedAt = performance.now();
  await act();
  const elapsedMs = performance.now() - startedAt;
  await session.send("Tracing.end");
  const { tasks, mains } = await trace;
  await session.detach();
  const own = tasks.filter((task) => mains.has(threadOf(task)));
  if (own.length === 0) throw new Error("Chromium's trace has no tasks of the page: its names have changed.");
  if (spanOf(own) < 0.9 * elapsedMs) throw new Error("The trace is shorter than what was done: its buffer was full.");
  const longest = (of: (event: TraceEvent) => number) => own.reduce((most, event) => Math.max(most, of(event)), 0);
  return {
    longestMs: longest(({ tdur = 0 }) => tdur) / 1000,
    longestByClockMs: longest(({ dur = 0 }) => dur) / 1000,
    over50: own.filter(({ tdur = 0 }) => tdur > 50_000).length,
    elapsedMs,
  };
}

/** Keeps the tasks of a trace, of every thread, and which threads are the main ones of pages. */
function collect(session: CDPSession): Promise<{ tasks: TraceEvent[]; mains: Set<string> }> {
  const [tasks, mains] = [[] as TraceEvent[], new Set<string>()];
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) {
      if (event.ph === "X" && isTask(event.name)) tasks.push(event);
      if (event.name === "thread_name" && event.args?.name === "CrRendererMain") mains.add(threadOf(event));
    }
  });
  return new Promise((resolve, reject) => {
    session.on("Tracing.tracingComplete", ({ dataLossOccurred }) => {
      if (dataLossOccurred) reject(new Error("The trace was longer than its buffer."));
      else resolve({ tasks, mains });
    });
  });
}

/** Milliseconds from the first of the tasks to the last. */
function spanOf(tasks: readonly TraceEvent[]): number {
  const [first, last] = tasks.reduce(
    ([from, to], { ts }) => [Math.min(from, ts), Math.max(to, ts)],
    [Number.POSITIVE_INFINITY, 0],
  );
  return (last - first) / 1000;
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}

function isTask(name: string): boolean {
  return name === "RunTask" || name === "ThreadControllerImpl::RunTask";
}
