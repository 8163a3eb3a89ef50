import { execFile } from "node:child_process";
import { promisify } from "node:util";

const start = promisify(execFile);

/** Where and how a program runs. */
export interface Surroundings {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Longest that one program may take. */
const limitMs = 180_000;

/** Runs a program to its end, and returns what it printed. Throws, with all that it said, where it fails. */
export async function execute(
  command: readonly [file: string, ...args: string[]],
  { folder, environment = {} }: Surroundings,
): Promise<string> {
  const [file, ...args] = command;
  const env = { ...inherited(), ...environment };
  try {
    return (await start(file, args, { cwd: folder, env, timeout: limitMs })).stdout;
  } catch (error) {
    const { stdout = "", stderr = "", message } = error as Error & { stdout?: string; stderr?: string };
    throw new Error(`${stdout}${stderr}`.trim() || message, { cause: error });
  }
}

/** This process's environment without what the package manager that started it has set, but with the registry to use. */
function inherited(): Record<string, string | undefined> {
  const isOurs = (name: string) => /^(npm_(?!config_registry$)|pnpm_|NODE_OPTIONS$|INIT_CWD$|VITEST)/i.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOurs(name)));
}
