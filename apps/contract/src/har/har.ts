import { isAgentChatsError } from "@agent-chats/client";
import {
  createDrift,
  formatDriftReport,
  type HarReading,
  type HarSkipReason,
  readHar,
} from "@agent-chats/client/drift";
import { countDifferences } from "../drifted.ts";
import { exitCodes } from "../exit-codes.ts";
import { liveVendors } from "../live/live-vendors.ts";
import { createPrinter, type Print, toColumns } from "../printer.ts";
import { groupBy } from "../report/tally.ts";
import { count, format } from "../report/words.ts";
import { HarFileError, readHarFile } from "./read-har-file.ts";

/** Where a command prints: results, and what went wrong. */
export interface Streams {
  out(text: string): void;
  error(text: string): void;
}

/**
 * Compares the exchanges of a HAR 1.2 file, named from a folder, with the specs of all vendors, and prints how they differ. Returns the exit code:
 * `usage` where the file is missing or no HAR, `nothing` where no exchange in it is of a vendor.
 */
export function runHar(file: string, folder: string, { out, error }: Streams): number {
  const drifts = Object.values(liveVendors).map(({ vendor, jsonSchemas }) => createDrift(vendor, jsonSchemas));
  const print = createPrinter(out, []);
  const reading = tryToRead(() => readHar(readHarFile(file, folder), drifts), createPrinter(error, []));
  if (!reading) return exitCodes.usage;
  print();
  print(`  ${count(reading.compared, "exchange")} of ${format(reading.compared + reading.skipped.length)} compared.`);
  printSkipped(reading, print);
  print();
  if (reading.compared === 0) {
    print("  Nothing in the file is an answer of Cargo, Cotool or Invent that could be compared.");
    return exitCodes.nothing;
  }
  const reports = drifts.map((drift) => drift.report()).filter(({ operations }) => operations.length > 0);
  for (const report of reports) print(formatDriftReport(report));
  return conclude(reports.map(countDifferences), reading, print);
}

/** A file that cannot be read is said in one line. */
function tryToRead(read: () => HarReading, printError: Print): HarReading | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof HarFileError) && !isAgentChatsError(error)) throw error;
    printError(error.message);
    return undefined;
  }
}

/** Reasons for which an answer of an operation is none that the client would take. */
const unreadable: ReadonlySet<HarSkipReason> = new Set(["no JSON", "no base64"]);

/** Most hosts of a reason that are named. */
const mostHosts = 3;

function printSkipped({ skipped }: HarReading, print: Print): void {
  if (skipped.length === 0) return;
  const rows = groupBy(skipped, ({ reason }) => reason).map(([reason, skips]) => {
    const hosts = [...new Set(skips.flatMap(({ host }) => host ?? []))];
    const more = hosts.length > mostHosts ? [`and ${hosts.length - mostHosts} more`] : [];
    return [format(skips.length), reason, [...hosts.slice(0, mostHosts), ...more].join(", ")];
  });
  print();
  print("  Not compared:");
  print(toColumns(rows));
}

function conclude(differences: readonly number[], { skipped }: HarReading, print: Print): number {
  const found = differences.reduce((sum, each) => sum + each, 0);
  const broken = skipped.filter(({ reason }) => unreadable.has(reason)).length;
  const parts = [
    found === 0 ? "No difference from the specs" : `${count(found, "difference")} from the specs`,
    ...(broken > 0 ? [`${count(broken, "answer")} could not be decoded`] : []),
  ];
  print(`  ${parts.join("; ")}.`);
  return found + broken > 0 ? exitCodes.broken : exitCodes.clean;
}
