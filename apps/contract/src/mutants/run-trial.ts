import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Assignment, Outcome } from "./assignment.ts";

/** Time after which tests that do not end are ended: several times what all of them take without a mutant. */
const usualMostMs = 600_000;

/**
 * Runs tests in a process of their own. `pool` is the address of the Prisms that it may use; empty for none. `mostMs` is
 * how long they may take.
 */
export function runTrial(assignment: Assignment, pool: string, mostMs = usualMostMs): Promise<Outcome> {
  const trial = fork(fileURLToPath(new URL("trial.ts", import.meta.url)), {
    execArgv: ["--conditions=@agent-chats/source"],
    env: { ...process.env, NODE_ENV: "test", CONTRACT_PRISM_POOL: pool },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return new Promise((resolve) => {
    const end = (message: string) =>
      resolve({ failures: [{ test: "the run as a whole", fullName: "", file: "", message }], passed: 0 });
    const timer = setTimeout(() => {
      end(`did not end within ${mostMs} ms`);
      trial.kill("SIGKILL");
    }, mostMs);
    trial.once("message", (outcome: Outcome) => resolve(outcome));
    trial.once("exit", (code, signal) => {
      clearTimeout(timer);
      end(`ended with ${signal ?? code}`);
    });
    trial.send(assignment);
  });
}
