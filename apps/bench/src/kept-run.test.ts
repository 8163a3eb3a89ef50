import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { commandNames, commands } from "./commands.ts";
import { type Results, toPage } from "./page.ts";

const read = (name: string) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), "utf8");
const kept = JSON.parse(read("bench.json")) as Results;

describe("the run that docs/ keeps", () => {
  test("is a whole one: every measurement, and not a quick one", () => {
    const measurements = commandNames.filter((name) => commands[name].isMeasurement);
    expect(kept.reports.map(({ command }) => command)).toEqual(measurements);
    expect(kept.isQuick).toBe(false);
  });

  test("missed no limit", () => {
    expect(kept.reports.flatMap(({ report }) => report.failures)).toEqual([]);
  });

  test("is the page beside it, to the letter", () => {
    expect(read("bench.md")).toBe(toPage(kept));
  });
});
