import { benchCall } from "./call/call.ts";
import { benchCodegen } from "./codegen/codegen.ts";
import { benchContract } from "./contract/contract.ts";
import { benchGrowth } from "./growth/growth.ts";
import { benchHostile } from "./hostile/hostile.ts";
import { benchMemory } from "./memory/memory.ts";
import { benchMutants } from "./mutants/mutants.ts";
import type { Report } from "./report.ts";
import { benchRivals } from "./rivals/rivals.ts";
import { benchSize } from "./size/size.ts";
import { benchSpecs } from "./specs/specs.ts";
import { benchSpeed } from "./speed/speed.ts";
import { benchTypes } from "./types/types.ts";

/** What a command is told. */
export interface Settings {
  /** Fewer chats, so that it ends in seconds. */
  readonly isQuick: boolean;
  /** What to look at, where a command can look at a part; none for all of it. */
  readonly parts: readonly string[];
  /** Most mutants to try; `Infinity` for all there are. */
  readonly limit: number;
}

interface Command {
  readonly does: string;
  /** Whether `pnpm bench` without a command runs it: it measures. The others show, and take long. */
  readonly isMeasurement: boolean;
  readonly takesParts?: boolean;
  readonly run: (settings: Settings) => Promise<Report>;
}

/** The commands of `pnpm bench`, by name. */
export const commands = {
  call: {
    does: "what a call costs beside fetch and json(), and beside other clients",
    isMeasurement: true,
    run: ({ isQuick }) => benchCall(isQuick),
  },
  walk: {
    does: "how fast a walk is beside a loop in sequence",
    isMeasurement: true,
    run: ({ isQuick }) => benchSpeed(isQuick),
  },
  growth: {
    does: "how the cost of a walk grows from 1,000 to 1,000,000 items, beside other iterators",
    isMeasurement: true,
    run: ({ isQuick }) => benchGrowth(isQuick),
  },
  memory: {
    does: "what a walk over many items keeps in memory, beside one that keeps a set of identifiers",
    isMeasurement: true,
    run: ({ isQuick }) => benchMemory(isQuick),
  },
  size: {
    does: "what a client adds to a page, beside other clients",
    isMeasurement: true,
    run: () => benchSize(),
  },
  types: {
    does: "what a program costs the type checker, beside other clients, and with which compilers ours compile",
    isMeasurement: true,
    run: ({ isQuick }) => benchTypes(isQuick),
  },
  codegen: {
    does: "how long code generators and a mock take, and how that grows to a spec of 500 operations",
    isMeasurement: true,
    run: ({ isQuick }) => benchCodegen(isQuick),
  },
  contract: {
    does: "how long the contract suite takes, and how that grows to a spec of 500 operations",
    isMeasurement: true,
    run: ({ isQuick }) => benchContract(isQuick),
  },
  rivals: {
    does: "what other walkers miss, repeat or loop on, beside ours, on the emulator with its dials",
    isMeasurement: false,
    run: ({ isQuick }) => benchRivals(isQuick),
  },
  hostile: {
    does: "what other clients make of a server that misbehaves, beside ours",
    isMeasurement: false,
    run: () => benchHostile(),
  },
  specs: {
    does: "what linters and code generators make of the specs",
    isMeasurement: false,
    run: () => benchSpecs(),
  },
  mutants: {
    does: "which small mistakes in the client no test notices; of all of it, or of files such as chain.ts",
    isMeasurement: false,
    takesParts: true,
    run: ({ parts, limit }) => benchMutants(parts, limit),
  },
} as const satisfies { readonly [name: string]: Command };

/** Name of a command. */
export type CommandName = keyof typeof commands;

/** Names of the commands, as the help lists them. */
export const commandNames = Object.keys(commands) as CommandName[];
