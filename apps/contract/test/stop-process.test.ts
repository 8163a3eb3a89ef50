import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { stopProcess } from "../src/stop-process.ts";

const exitWithParent = new URL("../src/exit-with-parent.ts", import.meta.url).href;

/** Prints, and lives longer than a test may take; but not for ever, where a test fails to end it. */
const lingering = "setTimeout(() => {}, 60_000); console.log('ready')";

/** Starts a script, and waits until it prints. */
async function start(script: string) {
  const child = spawn(process.execPath, ["-e", script], { stdio: ["pipe", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return child;
}

test("a process is asked to end", async () => {
  const child = await start(lingering);
  await stopProcess(child);
  expect(child.signalCode).toBe("SIGTERM");
});

test("a process that does not listen is killed", async () => {
  const child = await start(`process.on("SIGTERM", () => {}); ${lingering}`);
  await stopProcess(child, 50);
  expect(child.signalCode).toBe("SIGKILL");
});

test("a process that has ended is left alone", async () => {
  const child = await start("console.log('ready')");
  if (child.exitCode === null) await once(child, "exit");
  await stopProcess(child);
  expect(child.exitCode).toBe(0);
});

test("a process ends with its parent, also when the parent is killed", async () => {
  const endless = ["--import", exitWithParent, "-e", lingering];
  const [command, options] = [JSON.stringify(endless), '{ stdio: ["pipe", "inherit", "inherit"] }'];
  const parent = await start(`require("node:child_process").spawn(process.execPath, ${command}, ${options})`);
  parent.kill("SIGKILL");
  // Both write to this pipe: it closes when both are gone.
  await once(parent, "close");
  expect(parent.signalCode).toBe("SIGKILL");
});
