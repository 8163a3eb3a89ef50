import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "./assignment.ts";

const run = promisify(execFile);

interface Problem {
  readonly ruleId: string;
  readonly message: string;
}

/** What the rules of the specs say against a document; `undefined` where it keeps them. */
export async function lint(file: string): Promise<string | undefined> {
  const cli = createRequire(join(root, "spec/package.json")).resolve("@redocly/cli/package.json");
  const args = [join(cli, "../bin/cli.js"), "lint", "--config", join(root, "spec/redocly.yaml"), "--format=json", file];
  const options = { env: { ...process.env, REDOCLY_TELEMETRY: "off", CI: "true" } };
  const failed = await run(process.execPath, args, options).then(
    () => undefined,
    (error: { stdout: string }) => error,
  );
  if (!failed) return undefined;
  const { problems } = JSON.parse(failed.stdout) as { problems: readonly Problem[] };
  const [first] = problems;
  if (!first) throw new Error("The lint failed without a problem.");
  return `${first.ruleId}: ${first.message}`;
}
