import { parseArgs } from "node:util";

/** What the command was told to do. */
export type CommandLine =
  | { readonly mode: "help" }
  | { readonly mode: "live" }
  | { readonly mode: "har"; readonly file: string }
  | { readonly mode: "mutants"; readonly isQuick: boolean; readonly names: readonly string[] }
  /** Everything else is the test runner's. */
  | { readonly mode: "suite"; readonly args: readonly string[] };

/** The text of `--help`. */
export const usage = `Usage: pnpm contract [options of vitest]
       pnpm contract --live
       pnpm contract --har FILE
       pnpm contract --mutants [--quick] [spec|client|emulator|harness|part of a name]…

  Holds specs, client and emulator against each other, and writes apps/contract/report/report.html.
  Options that are not its own go to the test runner, such as a part of a file's name.

  --live      reads a few pages of each listing from the real vendors whose tokens are in the
              environment (CARGO_API_TOKEN; COTOOL_API_KEY and COTOOL_AGENT_IDS; INVENT_API_KEY),
              and prints how they differ from the specs; writes nothing
  --har FILE  the same for recorded traffic (HAR 1.2)
  --mutants   makes mistakes on purpose and runs the tests on each; --quick tries one of each kind
  --help      this text

  Exit codes: 0 as the specs say; 1 not so, or a call failed; 2 not understood, or no such file;
  3 nothing done: no token, or nothing to compare. The suite exits as the test runner does.`;

/** Reads the arguments. Throws an error whose message is for people. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  // Package managers differ in whether they pass on the `--` that ends their own options.
  const own = args.filter((argument) => argument !== "--");
  const { values, tokens } = parseArgs({
    args: own,
    options: { help: { type: "boolean", short: "h" }, live: { type: "boolean" }, har: { type: "string" } },
    strict: false,
    tokens: true,
  });
  if (values.help) return { mode: "help" };
  const named = new Set(tokens.flatMap((token) => (token.kind === "option" ? [token.name] : [])));
  if (named.has("mutants")) return readMutants(own);
  if (!named.has("live") && !named.has("har")) return { mode: "suite", args: own };
  if (tokens.length > 1) throw new Error(`--${named.has("har") ? "har FILE" : "live"} stands alone.`);
  if (named.has("live")) {
    if (values.live !== true) throw new Error("--live takes no value.");
    return { mode: "live" };
  }
  if (typeof values.har !== "string" || values.har === "") throw new Error("--har needs the name of a file.");
  return { mode: "har", file: values.har };
}

function readMutants(args: string[]): CommandLine {
  const options = { mutants: { type: "boolean" }, quick: { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  return { mode: "mutants", isQuick: values.quick === true, names: positionals };
}
