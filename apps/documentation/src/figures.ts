import { measured } from "./measured.ts";

/** A figure of a page, and where in the repository it comes from. */
export interface Figure {
  /** The page. */
  readonly page: string;
  /** How the page says it, with the figures in groups. It has to be there. */
  readonly says: RegExp;
  /** The file that it comes from. */
  readonly from: string;
  /** How that file says it, with as many groups. */
  readonly has: RegExp;
  /** What the figure of the file is multiplied by, one for each group; 1 where left out. */
  readonly times?: readonly number[];
}

const client = "packages/client/src";
const walk = "docs/walk.md";

/** Figures of the pages that have their source in one place. Tables that are made from data have tests beside the data. */
export const figures: readonly Figure[] = [
  ...measured,

  // README
  {
    page: "README.md",
    says: /with ([\d,]+) believable chats each/,
    from: "packages/emulator/src/emulator.ts",
    has: /chats = (\d+), clock/,
  },
  { page: "README.md", says: /With Node (\d+) or newer/, from: "package.json", has: /"node": ">=(\d+)"/ },
  {
    page: "README.md",
    says: /`readAhead: (\d+)`, the server answering after (\d+) ms, ([\d,]+) chats \| ([\d.]+) times as fast/,
    from: walk,
    has: /reading ahead (\d+), the server answering after (\d+) ms, ([\d,]+) chats \| ([\d.]+) times as fast/,
  },
  {
    page: "README.md",
    says: /overlap costs, pages of 100 \| \+([\d.]+) %/,
    from: walk,
    has: /pages of 100 \| \+([\d.]+) %/,
  },
  {
    page: "README.md",
    says: /1,000,000 items \| ([\d.]+) bytes an item; a `Set` of the identifiers takes (\d+)/,
    from: walk,
    has: /1,000,000 items \| ([\d.]+) bytes an item \(a `Set` of the identifiers: (\d+)\)/,
  },

  // Errors and their defaults
  {
    page: "docs/errors.md",
    says: /sent again after (\d+), (\d+), (\d+), (\d+), (\d+) and (\d+), after a connection/,
    from: `${client}/retry.ts`,
    has: /new Set\(\[(\d+), (\d+), (\d+), (\d+), (\d+), (\d+)\]\)/,
  },
  { page: "docs/errors.md", says: /: (\d+) times, after/, from: `${client}/retry.ts`, has: /retries: (\d+),/ },
  {
    page: "docs/errors.md",
    says: /after ([\d.]+) to ([\d.]+) s, then/,
    from: `${client}/retry.ts`,
    has: /minDelayMs: (?=(\d+))(\d+),/,
    times: [0.0005, 0.001],
  },
  {
    page: "docs/errors.md",
    says: /at most (\d+) s\. One that/,
    from: `${client}/retry.ts`,
    has: /maxDelayMs: ([\d_]+),/,
    times: [0.001],
  },
  {
    page: "docs/errors.md",
    says: /up to (a) minute/,
    from: `${client}/retry.ts`,
    has: /maxRetryAfterMs: ([\d_]+),/,
    times: [1 / 60_000],
  },
  {
    page: "docs/errors.md",
    says: /A client begins with (\d+) retries/,
    from: `${client}/retry.ts`,
    has: /budget: (\d+),/,
  },
  {
    page: "docs/errors.md",
    says: /An attempt takes (\d+) s at most, a call (\d+) s/,
    from: `${client}/deadline.ts`,
    has: /attemptMs: ([\d_]+), totalMs: ([\d_]+)/,
    times: [0.001, 0.001],
  },
  {
    page: "docs/errors.md",
    says: /`maxBodyBytes` \((\d+) MiB\)/,
    from: `${client}/client-options.ts`,
    has: /defaultMaxBodyBytes = (\d+) \* 1024 \* 1024/,
  },

  // The walk
  {
    page: walk,
    says: /it is left after (\w+) answers/,
    from: `${client}/pagination/creation-windows.ts`,
    has: /mostNew = (\d+)/,
  },
  {
    page: walk,
    says: /below (\d+) items a page/,
    from: `${client}/pagination/window.ts`,
    has: /overlappingSize = (\d+)/,
  },
  {
    page: walk,
    says: /by one with every (\w+) answers/,
    from: `${client}/pagination/reader.ts`,
    has: /recovery = (\d+)/,
  },
  {
    page: walk,
    says: /fingerprints of the last (\w+) items/,
    from: `${client}/pagination/cursor.ts`,
    has: /mostAnchors = (\d+)/,
  },
  {
    page: walk,
    says: /the same answer (\w+) times at other/,
    from: `${client}/pagination/loop-guard.ts`,
    has: /mostRepeats = (\d+)/,
  },
  {
    page: walk,
    says: /Unless the newcomers are (a) minute newer/,
    from: `${client}/pagination/strategy.ts`,
    has: /mostSkew = ([\d_]+)/,
    times: [1 / 60_000],
  },

  // Decisions
  {
    page: "ARCHITECTURE.md",
    says: /at most (\w+), within the origin/,
    from: `${client}/attempt.ts`,
    has: /mostRedirects = (\d+)/,
  },
  {
    page: "ARCHITECTURE.md",
    says: /(\d+) bits of the identifier and (\d+) of the version/,
    from: `${client}/pagination/fingerprint.ts`,
    has: /(\d+) bits of its identifier, and (\d+) of the version/,
  },
  {
    page: "ARCHITECTURE.md",
    says: /fingerprints of the last (\w+) items/,
    from: `${client}/pagination/cursor.ts`,
    has: /mostAnchors = (\d+)/,
  },
  {
    page: "ARCHITECTURE.md",
    says: /^Node (\d+) is a dev dependency/m,
    from: "pnpm-workspace.yaml",
    has: /^ {2}node: (\d+)\./m,
  },
  {
    page: "ARCHITECTURE.md",
    says: /^\| TypeScript (\d+) \|/m,
    from: "pnpm-workspace.yaml",
    has: /^ {2}typescript: (\d+)\./m,
  },
  {
    page: "ARCHITECTURE.md",
    says: /compiler API of TypeScript (\d+)/,
    from: "pnpm-workspace.yaml",
    has: /codegen:\n {4}typescript: (\d+)\./,
  },

  // Drift
  {
    page: "docs/drift.md",
    says: /in every object of (\d+) or more/,
    from: `${client}/drift/drift.ts`,
    has: /neverSeenAfter = (\d+)/,
  },
  {
    page: "docs/drift.md",
    says: /very large \(([\d,]+) values, `maxValues`\)/,
    from: `${client}/drift/drift.ts`,
    has: /maxValues = ([\d_]+)/,
  },
  {
    page: "docs/drift.md",
    says: /it looks at (\w+) items of each array \(`maxItems`\)/,
    from: `${client}/drift/drift.ts`,
    has: /maxItems = (\d+)/,
  },
  {
    page: "docs/drift.md",
    says: /deeper than (\d+) levels/,
    from: `${client}/drift/compare.ts`,
    has: /mostLevels = (\d+)/,
  },
  {
    page: "docs/drift.md",
    says: /More than (\d+) new fields/,
    from: `${client}/drift/count.ts`,
    has: /mostDifferent = (\d+)/,
  },

  // Live
  {
    page: "docs/live.md",
    says: /At most (\w+) pages of (\d+) a listing/,
    from: "apps/contract/src/live/read-vendor.ts",
    has: /const walk = (?=.*maxPages: (\d+)).*pageSize: (\d+)/,
  },
  {
    page: "docs/live.md",
    says: /messages those of the first (\w+) chats/,
    from: "apps/contract/src/live/live-vendors.ts",
    has: /mostChats = (\d+)/,
  },
  {
    page: "docs/live.md",
    says: /of which the first (\w+) are read/,
    from: "apps/contract/src/live/live-vendors.ts",
    has: /mostAgents = (\d+)/,
  },

  // The emulator
  {
    page: "packages/emulator/README.md",
    says: /reaches about (\d+) days back/,
    from: "packages/emulator/src/data/calendar.ts",
    has: /days = (\d+);/,
  },
  {
    page: "packages/emulator/README.md",
    says: /the last ([\d,]+): which operation/,
    from: "packages/emulator/src/request-log.ts",
    has: /capacity = ([\d_]+)/,
  },
  {
    page: "packages/emulator/README.md",
    says: /`limit` missing, 0, very large \| (\d+);/,
    from: "packages/emulator/src/listing.ts",
    has: /defaultSize = (\d+)/,
  },
];

const words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A figure as a page or a program writes it: `1,000`, `1_000`, `eight`, or `a`. */
export function toNumber(written: string): number {
  if (written === "a") return 1;
  const word = words.indexOf(written);
  return word >= 0 ? word : Number(written.replace(/[,_]/g, ""));
}
