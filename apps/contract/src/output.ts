import type { ChildProcessByStdio } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** A process whose three streams are pipes. */
export type PipedProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/** What a process prints, on both streams, line by line. */
export interface Output {
  /** The first line that is wanted, printed already or yet to come. Rejects with all output where the process ends. */
  until(isWanted: (line: string) => boolean): Promise<string>;
  /** The lines printed since the last time. */
  take(): string[];
}

interface Waiter {
  readonly isWanted: (line: string) => boolean;
  readonly resolve: (line: string) => void;
  readonly reject: (error: Error) => void;
}

/** Collects the output of a process. `label` names the process in errors. */
export function collectOutput(child: PipedProcess, label: string): Output {
  const lines: string[] = [];
  const waiters = new Set<Waiter>();
  let failure: Error | undefined;

  function hear(line: string): void {
    lines.push(line);
    for (const waiter of waiters) {
      if (!waiter.isWanted(line)) continue;
      waiters.delete(waiter);
      waiter.resolve(line);
    }
  }

  function fail(reason: string): void {
    failure ??= new Error(`${label} ${reason}. It printed:\n${lines.join("\n")}`);
    for (const waiter of waiters) waiter.reject(failure);
    waiters.clear();
  }

  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", hear);
  child.once("error", (error) => fail(`could not be started: ${error.message}`));
  // "close" and not "exit": only then is everything that it printed here.
  child.once("close", (code, signal) => fail(`ended with ${signal ?? `code ${code}`}`));

  return {
    until(isWanted) {
      const printed = lines.find(isWanted);
      if (printed !== undefined) return Promise.resolve(printed);
      if (failure) return Promise.reject(failure);
      return new Promise((resolve, reject) => waiters.add({ isWanted, resolve, reject }));
    },
    take: () => lines.splice(0),
  };
}
