import { parseArgs } from "node:util";

/** What can be said on the command line. */
export interface CommandOptions {
  readonly port: number;
  readonly host: string;
  readonly chats: number;
  readonly seed: number;
  readonly dev: boolean;
  /** The emulator, although there are tokens of vendors. */
  readonly emulator?: true;
}

/** The help text. */
export const usage = `Usage: pnpm demo [options]

  Opens the explorer on this machine: the chats of all vendors on one page.

  --port <number>   Port; the next free one where it is taken; 0 for any (4000)
  --host <address>  Address of this machine to listen on (127.0.0.1)
  --chats <number>  Chats of each vendor in the emulator (2000)
  --seed <number>   Seed of the emulator's data (1)
  --emulator        The emulator, also where tokens of vendors are set
  --dev             Serve the page from its source, with hot replacement
  --help            This text

With CARGO_API_TOKEN, COTOOL_API_KEY and COTOOL_AGENT_IDS, or INVENT_API_KEY set, the page shows these vendors.
COTOOL_AGENT_IDS takes id, or id=name for a name on the page, with commas between. CARGO_BASE_URL, COTOOL_BASE_URL
and INVENT_BASE_URL lead to a gateway; of Invent the organisation of the key is shown.`;

/** Reads the command line. Throws an error with words for the user where it is wrong. */
export function parseOptions(parameters: readonly string[]): CommandOptions | "help" {
  const { values } = parseArgs({
    // Package managers differ in whether they pass on the `--` that ends their own options.
    args: parameters.filter((parameter) => parameter !== "--"),
    options: {
      port: { type: "string", default: "4000" },
      host: { type: "string", default: "127.0.0.1" },
      chats: { type: "string", default: "2000" },
      seed: { type: "string", default: "1" },
      emulator: { type: "boolean" },
      dev: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return "help";
  return {
    port: toWholeNumber("port", values.port, 65535),
    host: values.host,
    chats: toWholeNumber("chats", values.chats, 1_000_000),
    seed: toWholeNumber("seed", values.seed, Number.MAX_SAFE_INTEGER),
    dev: values.dev,
    ...(values.emulator && { emulator: true }),
  };
}

function toWholeNumber(option: string, text: string, maximum: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= maximum) return number;
  throw new RangeError(`--${option} must be a whole number from 0 to ${maximum}, not "${text}".`);
}
