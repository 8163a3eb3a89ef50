import { type CommandLine, parseCommandLine, usage } from "./command-line.ts";
import { exitCodes } from "./exit-codes.ts";
import { createPrinter } from "./printer.ts";

const out = (text: string) => void process.stdout.write(text);
const error = (text: string) => void process.stderr.write(text);
// Whoever reads what is printed may stop reading.
process.stdout.on("error", () => {});

process.exitCode = await run(process.argv.slice(2));

/** Each mode loads what it needs: the suite needs no client, and help needs nothing. */
async function run(args: readonly string[]): Promise<number> {
  const line = read(args);
  if (!line) return exitCodes.usage;
  switch (line.mode) {
    case "help":
      out(`${usage}\n`);
      return exitCodes.clean;
    case "live": {
      const { runLive } = await import("./live/live.ts");
      return runLive(process.env, out);
    }
    case "har": {
      const { runHar } = await import("./har/har.ts");
      // A package manager changes the folder, and says from where.
      return runHar(line.file, process.env.INIT_CWD ?? process.cwd(), { out, error });
    }
    case "mutants": {
      const { runMutants } = await import("./mutants/run-mutants.ts");
      return runMutants(line, createPrinter(out, []));
    }
    case "suite": {
      const { runSuite } = await import("./suite.ts");
      return runSuite(line.args, createPrinter(out, []));
    }
  }
}

function read(args: readonly string[]): CommandLine | undefined {
  try {
    return parseCommandLine(args);
  } catch (problem) {
    error(`${problem instanceof Error ? problem.message : problem}\n\n${usage}\n`);
    return undefined;
  }
}
