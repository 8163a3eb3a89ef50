import { jsonSchemas } from "../oracle/json-schemas.ts";
import type { Axis } from "../report/contract-report.ts";
import { groupBy, tallyAxis } from "../report/tally.ts";
import { format } from "../report/words.ts";
import { specs } from "../specs.ts";
import { createCoverage } from "./coverage.ts";
import { declareSpec } from "./declare.ts";
import { reasons } from "./reasons.ts";

/** Every axis with all points that the specs have, before any is covered. */
export function declaredAxes(): Axis[] {
  const coverage = createCoverage();
  for (const spec of specs) declareSpec(coverage, spec, jsonSchemas[spec.vendor]);
  return coverage.read(reasons);
}

/** The axes, as the table of the documentation: a run is red unless it covers all but what cannot be. */
export function toAxisTable(read: readonly Axis[]): string[] {
  const rows = read.map((axis) => {
    const { missing, excused } = tallyAxis(axis);
    const covered = `${format(missing.length)} of ${format(axis.points.length)}`;
    return `| ${axis.title} | ${axis.means} | ${covered} | ${format(excused.length)} |`;
  });
  return ["| axis | a point of it | covered | cannot be |", "| --- | --- | --- | --- |", ...rows];
}

/** The points that cannot be covered, by name, as the table of the documentation. */
export function toExcusedTable(read: readonly Axis[]): string[] {
  const rows = read.flatMap((axis) =>
    groupBy(tallyAxis(axis).excused, ({ vendor, operation, reason }) => `${vendor} ${operation} | ${reason}`).map(
      ([key, points]) => {
        const [of = "", reason = ""] = key.split(" | ");
        const names = points.map(({ name }) => `\`${name.slice(of.length + 1)}\``);
        return `| ${axis.title} | ${of} | ${names.join(", ")} | ${reason} |`;
      },
    ),
  );
  return ["| axis | of | points | why |", "| --- | --- | --- | --- |", ...rows];
}
