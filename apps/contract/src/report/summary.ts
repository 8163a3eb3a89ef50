import { toColumns } from "../printer.ts";
import type { ContractReport } from "./contract-report.ts";
import { coveredOf, tallyAxis, tallyMutants } from "./tally.ts";
import { toVerdict } from "./verdict.ts";
import { count, format, formatDuration } from "./words.ts";

/** A report in a few lines for a terminal: the verdict, each axis by itself, and what is wrong. */
export function summarise(report: ContractReport): string {
  const { headline, faults, gaps } = toVerdict(report);
  const { exchanges, durationMs, axes, mutants } = report;
  const { killed, survived } = tallyMutants(mutants);
  const looked = `${count(exchanges.length, "exchange")} in ${formatDuration(durationMs)}`;
  const rows = axes.map(tallyAxis).map((tally) => {
    const { axis, missing, excused } = tally;
    const notes = [
      missing.length > 0 && `${format(missing.length)} missing`,
      excused.length > 0 && `${format(excused.length)} cannot be`,
    ].filter((note) => note !== false);
    return [axis.title, `${format(coveredOf(tally))} of ${format(axis.points.length)}`, notes.join(", ")];
  });
  if (mutants.length > 0) rows.push(["Mutants killed", `${format(killed)} of ${format(killed + survived)}`, ""]);
  return [
    `  ${headline} ${looked}.`,
    ...[...faults, ...gaps].map((line) => `  ${line.replace(/^./, (letter) => letter.toUpperCase())}.`),
    ...(rows.length > 0 ? ["", toColumns(alignRight(rows))] : []),
  ].join("\n");
}

/** Numbers stand under each other. */
function alignRight(rows: readonly (readonly string[])[]): string[][] {
  const width = Math.max(...rows.map(([, numbers = ""]) => numbers.length));
  return rows.map(([title = "", numbers = "", notes = ""]) => [title, numbers.padStart(width), notes]);
}
