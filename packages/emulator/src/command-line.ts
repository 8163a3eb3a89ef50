import { parseArgs } from "node:util";
import { isToken } from "./authorization.ts";

/** What the command was told to do. */
export interface CommandLine {
  readonly help: boolean;
  readonly port: number;
  readonly host: string;
  readonly seed: number;
  readonly chats: number;
  readonly token: string;
}

/** The text of `--help`. */
export const usage = `Usage: agent-chats-emulator [options]

  Serves a stand-in for Cargo, Cotool and Invent over HTTP, at /cargo, /cotool and /invent; prints a curl line of each.

  --port NUMBER    port to listen on; 0 takes a free one (default: 4010)
  --host ADDRESS   address to listen on (default: 127.0.0.1)
  --seed NUMBER    whole number that the data is made from (default: 1)
  --chats NUMBER   chats of each vendor (default: 2000)
  --token TEXT     bearer token to ask for (default: emulator-token)
  --help           show this text`;

/** Reads the arguments. Throws an error whose message is for people. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: "boolean", short: "h", default: false },
      port: { type: "string", default: "4010" },
      host: { type: "string", default: "127.0.0.1" },
      seed: { type: "string", default: "1" },
      chats: { type: "string", default: "2000" },
      token: { type: "string", default: "emulator-token" },
    },
  });
  if (!isToken(values.token)) throw new Error("--token must be visible ASCII without spaces.");
  if (values.host === "") throw new Error("--host must not be empty.");
  return {
    help: values.help,
    host: values.host,
    token: values.token,
    port: toWhole("--port", values.port, 0, 65_535),
    seed: toWhole("--seed", values.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    chats: toWhole("--chats", values.chats, 0, 1_000_000),
  };
}

function toWhole(flag: string, text: string, minimum: number, maximum: number): number {
  const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= minimum && value <= maximum) return value;
  throw new Error(`${flag} must be a whole number from ${minimum} to ${maximum}, not "${text}".`);
}
