import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { collectOutput } from "./output.ts";
import { createPrinted, isOfMark } from "./printed.ts";
import { stopProcess } from "./stop-process.ts";

/** A Prism of one spec: a mock of it, or a proxy that holds an upstream to it. */
export interface Prism {
  /** Where it listens. Its routes are those of the spec, without the path of `servers`. */
  readonly url: string;
  /** What it printed since the last time, up to this moment. */
  takeOutput(): Promise<string[]>;
  stop(): Promise<void>;
}

const cli = createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");
const exitWithParent = new URL("./exit-with-parent.ts", import.meta.url).href;

/** How Prism is started. */
export interface PrismOptions {
  /** Where requests are passed on to, with all that is wrong answered as an error. Left out, Prism answers by itself. */
  readonly upstream?: string | undefined;
  /** How long to wait until it listens. Default: 45 s. */
  readonly patienceMs?: number;
}

/**
 * Starts Prism for a spec, on a free port; ready when this resolves.
 * Rejects with Prism's own output where it ends before it listens, or does not listen within `patienceMs`.
 */
export async function startPrism(file: string, options: PrismOptions = {}): Promise<Prism> {
  const { upstream, patienceMs = 45_000 } = options;
  // With NODE_ENV=production Prism would choose --multiprocess, which crashes.
  const listenOptions = ["-p", "0", "--multiprocess=false", "-h", "127.0.0.1"];
  const [kind, target] = upstream === undefined ? ["mock", []] : ["proxy", [upstream, "--errors"]];
  const command = [cli, kind, ...listenOptions, file, ...target];
  const child = spawn(process.execPath, ["--import", exitWithParent, ...command], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, FORCE_COLOR: "0" },
  });
  const output = collectOutput(child, `Prism for ${file}`);
  const timer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
  const printAll = createPrinted(output);

  async function findUrl(): Promise<string> {
    const listening = await output.until((line) => line.includes("Prism is listening on"));
    const url = /http:\/\/\S+/.exec(listening)?.[0];
    if (url === undefined) throw new Error(`Prism for ${file} does not say where it listens: ${listening}`);
    // One that does not tell of the mark would be waited for by every test. It is killed instead, and says so.
    await printAll(url);
    return url;
  }

  const url = await findUrl()
    .catch(async (error: unknown) => {
      await stopProcess(child);
      throw error;
    })
    .finally(() => clearTimeout(timer));

  return {
    url,
    async takeOutput() {
      await printAll(url);
      return output.take().filter((line) => !isOfMark(line));
    },
    stop: () => stopProcess(child),
  };
}
