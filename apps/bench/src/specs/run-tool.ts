import { execFile } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The tools: a workspace of their own, with a lockfile of their own. */
export const toolsFolder = fileURLToPath(new URL("../../spec-tools/", import.meta.url));

/** How a tool ended, and all that it printed. */
export interface Ending {
  readonly hasFailed: boolean;
  readonly printed: string;
}

/** Runs a tool in a folder. */
export async function runTool([program, ...args]: readonly string[], cwd: string): Promise<Ending> {
  const path = [join(toolsFolder, "node_modules/.bin"), process.env.PATH].join(delimiter);
  const options = { cwd, env: { ...process.env, PATH: path, NO_COLOR: "1" }, maxBuffer: 2 ** 26 };
  try {
    const { stdout, stderr } = await run(program ?? "", args, options);
    return { hasFailed: false, printed: `${stdout}${stderr}` };
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    return { hasFailed: true, printed: `${stdout}${stderr}` || String(error) };
  }
}
