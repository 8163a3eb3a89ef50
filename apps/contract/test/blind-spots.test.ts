import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answerFaults } from "../src/oracle/answer-faults.ts";
import { countSeen, toBlindSpotTable } from "../src/oracle/blind-spot-table.ts";
import { requestFaults } from "../src/oracle/request-faults.ts";
import { declaredAxes, toAxisTable, toExcusedTable } from "../src/points/coverage-tables.ts";
import { tallyAxis } from "../src/report/tally.ts";
import { format } from "../src/report/words.ts";

const text = readFileSync(new URL("../../../docs/contract.md", import.meta.url), "utf8");
const lines = text.split("\n");

/** The lines of a table, from its head to its end. */
function tableAt(head: string): string[] {
  const start = lines.indexOf(head);
  const end = lines.findIndex((line, index) => index > start && !line.startsWith("|"));
  return lines.slice(start, end);
}

test("docs/contract.md lists exactly the faults that an oracle does not see", () => {
  const [head = "", ...rows] = toBlindSpotTable();
  expect(tableAt(head)).toEqual([head, ...rows]);
  const { tried, prism, schema } = countSeen();
  expect(text).toContain(`Of ${tried} faults that are tried, Prism sees ${prism} and the schemas ${schema}.`);
});

test("docs/contract.md lists exactly the axes, with what a green run covers, and names every point that it does not", () => {
  const declared = declaredAxes();
  for (const table of [toAxisTable(declared), toExcusedTable(declared)]) expect(tableAt(table[0] ?? "")).toEqual(table);
  const short = declared.map(tallyAxis).filter(({ excused }) => excused.length > 0);
  expect(text).toContain(`${declared.length - short.length} of the ${declared.length} axes are covered whole.`);
  for (const { axis, missing, excused } of short) {
    const [covered, all] = [missing.length, missing.length + excused.length];
    const percent = ((covered / all) * 100).toFixed(1);
    expect(text).toContain(`${axis.title.toLowerCase()}, ${format(covered)} of ${format(all)} (${percent} %)`);
  }
});

test("a fault that one oracle does not see has a reason, and no other has", () => {
  const wrong = [...requestFaults, ...answerFaults].filter(
    ({ seenBy, reason }) => (reason === "") !== (seenBy.length === 2),
  );
  expect(wrong).toEqual([]);
});
