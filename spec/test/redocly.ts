import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** One problem that Redocly reports. */
export type LintProblem = {
  /** Name of the linted file, without its folder. */
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  /** JSON Pointer to the culprit, as Redocly writes it: with `#`. */
  readonly pointer: string;
};

type RawProblem = {
  ruleId: string;
  severity: string;
  message: string;
  location: { source: { ref: string }; pointer: string }[];
};

const SPEC = fileURLToPath(new URL("..", import.meta.url));
const CLI = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");

/** Lints files with `redocly.yaml`, all in one run of the command, since starting it takes longest. */
export async function lint(files: readonly string[]): Promise<LintProblem[]> {
  const options = ["--config", join(SPEC, "redocly.yaml"), "--format", "json", "--max-problems", "1000"];
  const output = await run([CLI, "lint", ...options, ...files]);
  // One JSON document a file, with nothing between them.
  const reports: { problems: RawProblem[] }[] = JSON.parse(`[${output.replaceAll(/^\}\{$/gm, "},{")}]`);
  if (reports.length !== files.length) throw new Error(`linted ${reports.length} of ${files.length} files`);
  return reports
    .flatMap(({ problems }) => problems)
    .map(({ ruleId, severity, message, location: [first] }) => ({
      file: basename(first?.source.ref ?? ""),
      rule: ruleId,
      severity,
      message,
      pointer: first?.pointer ?? "",
    }));
}

function run(command: string[]): Promise<string> {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, { cwd: SPEC, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      // Problems make it exit with 1 and are still printed; anything else is a failure to lint.
      if (stdout.trimStart().startsWith("{")) resolve(stdout);
      else reject(new Error(`redocly lint failed: ${stderr}`, { cause: error }));
    });
  });
}
