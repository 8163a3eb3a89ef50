import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Report } from "../inside/outcome.ts";
import type { Runtime } from "./runtime.ts";
import { readVersion } from "./scripts.ts";

/** As a new worker is created by default on this date. */
const compatibilityDate = "2026-11-17";

const toConfig = (module: string) => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "tests", worker = (
    modules = [(name = "${module}", esModule = embed "${module}")],
    compatibilityDate = "${compatibilityDate}",
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "tests")],
);
`;

/** The runtime of Cloudflare's workers: a worker that runs the tests on a request, and answers with the report. */
export function createWorkerd(file: string): Runtime {
  return {
    name: "workerd",
    host: "worker",
    isInstalled: true,
    version: () => readVersion(file),
    async run(bundle, signal) {
      const config = join(dirname(bundle), "config.capnp");
      await writeFile(config, toConfig(basename(bundle)));
      const child = spawn(file, ["serve", config, "--control-fd=3"], {
        stdio: ["ignore", "ignore", "pipe", "pipe"],
        signal,
        killSignal: "SIGKILL",
      });
      const said: string[] = [];
      createInterface(child.stderr as Readable).on("line", (line) => said.push(line));
      const ended = once(child, "close").then(([code]) => {
        throw new Error(`It ended with ${code}:\n${said.slice(-40).join("\n")}`);
      });
      try {
        return await Promise.race([readPort(child.stdio[3] as Readable).then((port) => ask(port, signal)), ended]);
      } finally {
        ended.catch(() => {});
        child.kill("SIGKILL");
      }
    },
  };
}

/** The port that it listens on, which it writes to its control channel. */
async function readPort(control: Readable): Promise<number> {
  const [line] = await once(createInterface(control), "line");
  return JSON.parse(line).port;
}

async function ask(port: number, signal: AbortSignal): Promise<Report> {
  const response = await fetch(`http://127.0.0.1:${port}/`, { signal });
  const text = await response.text();
  if (!response.ok) throw new Error(`It answered ${response.status}: ${text}`);
  return JSON.parse(text);
}
