import { writeFileSync } from "node:fs";
import { type CommandLine, parseCommandLine, usage } from "./command-line.ts";
import { type CommandName, commands } from "./commands.ts";
import { describeMachine, describeRivals } from "./machine.ts";
import { toPage } from "./page.ts";
import type { Report } from "./report.ts";
import { toMarkdown, toText } from "./table.ts";

const line = readCommandLine();
const machine = describeMachine();
console.log(`${machine}\n`);
const reports: { readonly command: CommandName; readonly report: Report }[] = [];
for (const command of line.commands) {
  const report = await commands[command].run(line);
  for (const table of report.tables) console.log(`${(line.isMarkdown ? toMarkdown : toText)(table)}\n`);
  for (const aim of report.aims ?? []) console.log(aim);
  for (const failure of report.failures) console.error(failure);
  if (report.failures.length > 0) process.exitCode = 1;
  reports.push({ command, report });
}
const results = { machine, rivals: describeRivals(), isQuick: line.isQuick, reports };
if (line.jsonFile !== undefined) writeFileSync(line.jsonFile, `${JSON.stringify(results, null, 2)}\n`);
if (line.pageFile !== undefined) writeFileSync(line.pageFile, toPage(results));

function readCommandLine(): CommandLine {
  try {
    const parsed = parseCommandLine(process.argv.slice(2));
    if (parsed !== "help") return parsed;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
}
