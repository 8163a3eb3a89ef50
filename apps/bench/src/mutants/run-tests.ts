import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Assignment, Outcome } from "./assignment.ts";

/** Time after which tests that wait for ever are ended; those that work for ever end themselves before. */
const timeoutMs = 180_000;
/** Enough for the simulation, and little enough for lists that a mutant makes grow for ever. */
const memory = "--max-old-space-size=1024";

/** Runs the tests of the walk in a process of their own. */
export function runTests(assignment: Assignment): Promise<Outcome> {
  const trial = fork(fileURLToPath(new URL("./trial.ts", import.meta.url)), {
    execArgv: ["--conditions=@agent-chats/source", memory],
    env: { ...process.env, NODE_ENV: "test", SIMULATION_RUNS: "400", SIMULATION_ROWS: "40" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve("time");
      trial.kill("SIGKILL");
    }, timeoutMs);
    trial.once("message", (outcome: Outcome) => resolve(outcome));
    trial.once("exit", (code, signal) => {
      clearTimeout(timer);
      resolve({ failed: [], errors: [`The process ended with ${signal ?? code}.`] });
    });
    trial.send(assignment);
  });
}
