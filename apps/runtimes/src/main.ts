import { join } from "node:path";
import { parseCommandLine, usage } from "./command-line.ts";
import { leftOut } from "./left-out.ts";
import { needNode } from "./needs-node.ts";
import { toList } from "./print.ts";
import { run } from "./run.ts";
import { selectRuntimes } from "./runtimes.ts";
import { loadSuite } from "./suite.ts";

const configuration = join(import.meta.dirname, "../../../vitest.config.ts");

try {
  const line = readCommandLine();
  if (line === "help") {
    console.log(usage);
  } else if (line.isList) {
    console.log(toList(selectRuntimes(line.names), leftOut));
  } else {
    const runtimes = selectRuntimes(line.names);
    process.exitCode = (await run(await loadSuite(configuration, "client", needNode), runtimes, leftOut)) ? 0 : 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

function readCommandLine(): ReturnType<typeof parseCommandLine> {
  try {
    return parseCommandLine(process.argv.slice(2));
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}
