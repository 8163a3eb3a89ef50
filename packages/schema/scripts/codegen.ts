import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Difference, differences, write } from "./freshness.ts";
import { generate } from "./generate.ts";

const usage = `Usage: pnpm codegen [--check] [--spec DIR] [--out DIR]

  Writes types, operation tables and JSON Schemas from the specs.
  --check     write nothing; name each stale, missing and left-over file and exit 1 if there is one
  --spec DIR  where the specs are (default: spec/)
  --out DIR   where the files go (default: packages/schema/src/)
  --help      this text`;

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Runs the command; returns its exit code: 0 fresh or written, 1 not fresh, 2 not possible. */
async function main(): Promise<number> {
  const values = readOptions();
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const files = await generate(values.spec);
  const changes = await (values.check ? differences(files, values.out) : write(files, values.out));
  for (const change of changes) console.log(`${change.state.padEnd(9)} ${change.path}`);
  return values.check ? reportCheck(files.size, changes) : reportWrite(files.size, changes);
}

function readOptions() {
  const options = {
    check: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
    spec: { type: "string", default: path("../../../spec/") },
    out: { type: "string", default: path("../src/") },
  } as const;
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

function reportCheck(count: number, changes: Difference[]): number {
  if (changes.length === 0) console.log(`${count} files are up to date.`);
  else console.error(`${changes.length} files are not as they should be: run pnpm codegen.`);
  return changes.length > 0 ? 1 : 0;
}

function reportWrite(count: number, changes: Difference[]): number {
  const foreign = changes.filter(({ state }) => state === "not ours");
  console.log(`${count} files are up to date, ${changes.length - foreign.length} of them changed just now.`);
  if (foreign.length > 0) console.error(`${foreign.length} files were not written by codegen: move or delete them.`);
  return foreign.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
