import { execFile, spawn } from "node:child_process";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { type Report, reportMark } from "../inside/outcome.ts";
import type { Runtime } from "./runtime.ts";

interface Command {
  readonly name: string;
  readonly file: string;
  /** Before the script. */
  readonly args?: readonly string[];
  readonly isInstalled?: boolean;
  readonly release?: string;
}

/** A runtime that is given a script, and prints. */
export function createScriptRuntime({ file, args = [], isInstalled = true, ...names }: Command): Runtime {
  return {
    ...names,
    host: "script",
    isInstalled,
    version: () => readVersion(file),
    async run(bundle, signal) {
      const child = spawn(file, [...args, bundle], {
        env: toEnvironment(dirname(bundle)),
        stdio: ["ignore", "pipe", "pipe"],
        signal,
        killSignal: "SIGKILL",
      });
      const said: string[] = [];
      const ended = new Promise<never>((_, reject) => {
        child.once("error", reject);
        child.once("close", (code) => reject(new Error(`It ended with ${code}:\n${said.slice(-40).join("\n")}`)));
      });
      const reported = new Promise<Report>((resolve) => {
        const hear = (line: string) => {
          if (line.startsWith(reportMark)) resolve(JSON.parse(line.slice(reportMark.length)));
          else said.push(line);
        };
        createInterface(child.stdout).on("line", hear);
        createInterface(child.stderr).on("line", hear);
      });
      try {
        return await Promise.race([reported, ended]);
      } finally {
        child.kill("SIGKILL");
      }
    },
  };
}

/** The first number with dots or dashes in what `--version` prints. */
export async function readVersion(file: string): Promise<string> {
  const { stdout } = await promisify(execFile)(file, ["--version"]);
  return /\d+[\d.-]+/.exec(stdout)?.[0] ?? stdout.trim();
}

/** Nothing of the machine's, and caches where they are thrown away. */
function toEnvironment(directory: string): NodeJS.ProcessEnv {
  return { HOME: directory, DENO_DIR: directory, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0", NO_COLOR: "1" };
}
