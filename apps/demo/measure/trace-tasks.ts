import type { Browser, Page } from "playwright-core";

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
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Watches the tasks of the page's main thread while something is done. */
export async function traceTasks(browser: Browser, page: Page, act: () => Promise<void>): Promise<Busy> {
  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
  const startedAt = performance.now();
  await act();
  const elapsedMs = performance.now() - startedAt;
  const events = readEvents(await browser.stopTracing());
  const mains = new Set(events.filter(isMainThread).map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(({ ph, name, pid, tid }) => ph === "X" && isTask(name) && mains.has(`${pid} ${tid}`));
  if (tasks.length === 0) throw new Error("Chromium's trace has no tasks of the page: its names have changed.");
  const longest = (of: (event: TraceEvent) => number) => tasks.reduce((most, event) => Math.max(most, of(event)), 0);
  return {
    longestMs: longest(({ tdur = 0 }) => tdur) / 1000,
    longestByClockMs: longest(({ dur = 0 }) => dur) / 1000,
    over50: tasks.filter(({ tdur = 0 }) => tdur > 50_000).length,
    elapsedMs,
  };
}

function isTask(name: string): boolean {
  return name === "RunTask" || name === "ThreadControllerImpl::RunTask";
}

function isMainThread({ ph, name, args }: TraceEvent): boolean {
  return ph === "M" && name === "thread_name" && args?.name === "CrRendererMain";
}

function readEvents(trace: Buffer): readonly TraceEvent[] {
  return (JSON.parse(trace.toString("utf8")) as { traceEvents: TraceEvent[] }).traceEvents;
}
