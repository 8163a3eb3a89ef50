import { benchCall } from "./call/call.ts";
import { type CommandLine, parseCommandLine, usage } from "./command-line.ts";
import { benchHostile } from "./hostile/hostile.ts";
import { benchMemory } from "./memory/memory.ts";
import { benchMutants } from "./mutants/mutants.ts";
import type { Report } from "./report.ts";
import { benchRivals } from "./rivals/rivals.ts";
import { benchSpeed } from "./speed/speed.ts";
import { toMarkdown, toText } from "./table.ts";

const benches: { [Command in CommandLine["command"]]: (line: CommandLine) => Promise<Report> } = {
  rivals: ({ isQuick }) => benchRivals(isQuick),
  walk: ({ isQuick }) => benchSpeed(isQuick),
  memory: ({ isQuick }) => benchMemory(isQuick),
  call: ({ isQuick }) => benchCall(isQuick),
  hostile: () => benchHostile(),
  mutants: ({ files, limit }) => benchMutants(files, limit),
};

const line = readCommandLine();
const report = await benches[line.command](line);
for (const table of report.tables) console.log(`${(line.isMarkdown ? toMarkdown : toText)(table)}\n`);
for (const failure of report.failures) console.error(failure);
process.exitCode = report.failures.length > 0 ? 1 : 0;

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
