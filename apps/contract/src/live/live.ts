import { formatDriftReport } from "@agent-chats/client/drift";
import { countDifferences } from "../drifted.ts";
import { exitCodes } from "../exit-codes.ts";
import { createPrinter, type Print, toColumns } from "../printer.ts";
import { count } from "../report/words.ts";
import { liveVendors, type Variable } from "./live-vendors.ts";
import { baseUrlVariableOf, type Environment, type Plan, planLive, tokenVariableOf, type Unready } from "./plan.ts";
import { type Reading, readVendor, type VendorReading } from "./read-vendor.ts";

/**
 * Reads the vendors whose tokens are in the environment, one after the other, and prints how their answers differ from the
 * specs. Returns the exit code: `nothing` where there is no token, `broken` where something differs or failed.
 */
export async function runLive(environment: Environment, write: (text: string) => void): Promise<number> {
  const plan = planLive(environment);
  const print = createPrinter(write, secretsIn(environment, plan));
  print();
  if (plan.ready.length === 0) {
    printNothing(plan, print);
    return exitCodes.nothing;
  }
  const readings: VendorReading[] = [];
  for (const ready of plan.ready) {
    const reading = await readVendor(ready);
    readings.push(reading);
    print(
      toColumns(
        reading.readings.map((each) => toRow(reading.title, each)),
        widest,
      ),
    );
  }
  if (plan.unready.length > 0) print(toColumns(plan.unready.map(toUnreadyRow), widest));
  print();
  for (const { report } of readings) print(formatDriftReport(report));
  return conclude(readings, plan, print);
}

/** The longest of what stands in a column, so that the rows of all vendors are aligned as they come. */
const widest = [
  Object.values(liveVendors).map(({ vendor }) => vendor.title),
  Object.values(liveVendors).flatMap(({ vendor }) => Object.keys(vendor.operations)),
].map((words) => words.reduce((longest, word) => (word.length > longest.length ? word : longest), ""));

/** Every token that is set, also of a vendor that is not asked. */
function secretsIn(environment: Environment, { ready, unready }: Plan): string[] {
  return [...ready, ...unready].flatMap(({ live }) => {
    const token = environment[tokenVariableOf(live).name] ?? "";
    return [token, token.trim()];
  });
}

function printNothing({ unready }: Plan, print: Print): void {
  print("  No vendor was asked: what is needed for it is not in the environment.");
  print();
  print(
    toColumns(unready.map(({ live, missing }) => [live.vendor.title, `set ${missing.map(describe).join(" and ")}`])),
  );
  print();
  print(
    "  Then pnpm contract --live reads a few pages of each listing and compares them with the specs. It writes nothing.",
  );
  print(
    `  ${unready.map(({ live }) => baseUrlVariableOf(live)).join(", ")} lead to other addresses than the vendors’.`,
  );
}

function describe({ name, means }: Variable): string {
  return `${name} (${means})`;
}

function toUnreadyRow({ live, missing }: Unready): string[] {
  return [live.vendor.title, "not asked", `set ${missing.map(describe).join(" and ")}`];
}

function toRow(title: string, { operation, pages, items, error }: Reading): string[] {
  const read = `${count(pages, "page")}, ${count(items, "item")}`;
  if (!error) return [title, operation, read];
  return [title, operation || "not asked", `${pages > 0 ? `${read}, then ` : ""}${error.name}: ${error.message}`];
}

function conclude(readings: readonly VendorReading[], { unready }: Plan, print: Print): number {
  const differences = readings.reduce((sum, { report }) => sum + countDifferences(report), 0);
  const failures = readings.flatMap((each) => each.readings).filter(({ error }) => error !== undefined).length;
  const titles = unready.map(({ live }) => live.vendor.title);
  const parts = [
    differences === 0 ? "No difference from the specs" : `${count(differences, "difference")} from the specs`,
    ...(failures > 0 ? [`${count(failures, "listing")} could not be read`] : []),
    ...(titles.length > 0 ? [`not asked: ${titles.join(", ")}`] : []),
  ];
  print(`  ${parts.join("; ")}.`);
  return differences + failures > 0 ? exitCodes.broken : exitCodes.clean;
}
