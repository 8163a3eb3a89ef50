import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commandNames, commands } from "./commands.ts";
import { type Results, toPage } from "./page.ts";

const docs = (name: string) => new URL(`../../../docs/${name}`, import.meta.url);
const results = JSON.parse(readFileSync(docs("bench.json"), "utf8")) as Results;

test("the page of the documentation shows the results that are kept beside it", () => {
  expect(readFileSync(docs("bench.md"), "utf8")).toBe(toPage(results));
});

test("they are of a whole run, in which no limit was missed", () => {
  expect(results.isQuick).toBe(false);
  expect(results.reports.map(({ command }) => command)).toEqual(
    commandNames.filter((name) => commands[name].isMeasurement),
  );
  expect(results.reports.flatMap(({ report }) => report.failures)).toEqual([]);
});
