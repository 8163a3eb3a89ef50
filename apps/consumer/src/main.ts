import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allSteps, quickSteps } from "./check.ts";
import { type CommandLine, parseCommandLine, usage } from "./command-line.ts";
import { installTools } from "./install-tools.ts";
import { pack } from "./pack.ts";
import { openRegistry } from "./registry.ts";
import { runSteps, toLine } from "./step.ts";
import { toPage, toVerdict } from "./transcript.ts";

const line = readCommandLine();
const folder = await mkdtemp(join(tmpdir(), "consumer-"));
try {
  process.exitCode = await run(line);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function run({ isQuick, markdownFile }: CommandLine): Promise<number> {
  await installTools(isQuick);
  const packages = await pack(join(folder, "packed"));
  const registry = await openRegistry(packages);
  const workbench = { folder, packages, registryUrl: registry.url };
  const outcomes = [];
  for await (const outcome of runSteps((isQuick ? quickSteps : allSteps)(workbench))) {
    console.log(`${toSeconds(outcome.elapsedMs)}  ${toLine(outcome)}`);
    outcomes.push(outcome);
  }
  await registry.close();
  console.log(`\n${toVerdict(outcomes)}`);
  if (markdownFile !== undefined) await writeFile(markdownFile, toPage(outcomes, folder));
  return outcomes.every(({ isPassed }) => isPassed) ? 0 : 1;
}

/** In the terminal alone: a page that is written again differs where something else than the machine's mood does. */
function toSeconds(elapsedMs: number): string {
  return `${(elapsedMs / 1000).toFixed(1)} s`.padStart(7);
}

function readCommandLine(): CommandLine {
  try {
    const parsed = parseCommandLine(process.argv.slice(2));
    if (parsed !== "help") return parsed;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
}
