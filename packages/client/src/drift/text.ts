import type { DriftFinding, DriftKind } from "./finding.ts";
import type { DriftReport, OperationDrift } from "./report.ts";

/** A drift report for people: a paragraph for each operation and status, a line for each finding, the worst first. */
export function formatDriftReport({ title, operations }: DriftReport): string {
  if (operations.length === 0) return `${title}: no answer was looked at.\n`;
  const findings = operations.flatMap((operation) => operation.findings);
  const unseen = findings.filter(({ kind }) => kind === "never-seen").length;
  const answers = sum(operations.map((operation) => operation.answers));
  const found = findings.length - unseen;
  const differences = found === 0 ? "no difference" : count(found, "difference");
  const head = `${title}: ${differences} from the spec in ${count(answers, "answer")}${
    unseen > 0 ? `; ${count(unseen, "documented field")} never seen` : ""
  }.`;
  return `${[head, ...operations.map(formatOperation)].join("\n\n")}\n`;
}

function formatOperation({ operation, status, answers, incomplete, sampled, findings }: OperationDrift): string {
  const head = `${operation} ${status}: ${count(answers, "answer")}${findings.length === 0 ? ", as the spec says" : ""}`;
  const cut = incomplete > 0 ? [`  ${count(incomplete, "answer")} not looked at further: too much, or too deep`] : [];
  const part = sampled > 0 ? [`  ${count(sampled, "answer")} looked at in part: some items of each long array`] : [];
  return [head, ...toTable(findings.map(toCells)), ...cut, ...part].join("\n");
}

function toCells(finding: DriftFinding): string[] {
  const { kind, path, within, count: times, of } = finding;
  const place = within === undefined ? path : `${path} (${within})`;
  return [kind.replaceAll("-", " "), place, `${times} of ${of}`, toDetail(finding)];
}

/** What came, and what the spec says. */
function toDetail({ kind, expected, sample, renamedFrom }: DriftFinding): string {
  const wanted = expected === undefined ? [] : [isAddition(kind) ? `not ${expected}` : `expected ${expected}`];
  const guess = renamedFrom === undefined ? [] : [`renamed from ${renamedFrom}?`];
  return [...(sample === undefined ? [] : [sample]), ...wanted, ...guess].join(", ");
}

function isAddition(kind: DriftKind): boolean {
  return kind === "unknown-tag" || kind === "new-enum-value" || kind === "new-extensible-value";
}

/** Widest column; what is longer moves the rest of its line only. */
const widest = 72;

function toTable(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1, 2].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0).filter((width) => width <= widest)),
  );
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
