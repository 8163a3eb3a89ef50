import { describe, expect, test } from "vitest";
import { parseCommandLine } from "./command-line.ts";
import { toList, toRow } from "./print.ts";
import { runtimes, selectRuntimes } from "./runtimes.ts";

describe("the command line", () => {
  test("names runtimes, or none for all of them", () => {
    expect(parseCommandLine([])).toEqual({ names: [], isList: false });
    expect(parseCommandLine(["--", "bun", "deno", "--list"])).toEqual({ names: ["bun", "deno"], isList: true });
    expect(parseCommandLine(["--help"])).toBe("help");
    expect(() => parseCommandLine(["--lost"])).toThrow("--lost");
  });

  test("selects runtimes by their names, of these", () => {
    const names = ["node-20", "node-22", "node-24", "node-26", "bun", "deno", "workerd", "chromium"];
    expect(selectRuntimes([]).map(({ name }) => name)).toEqual(names);
    expect(selectRuntimes(["deno", "bun"]).map(({ name }) => name)).toEqual(["bun", "deno"]);
    expect(() => selectRuntimes(["bun", "rhino"])).toThrow("There is no rhino. There are node-20, node-22,");
  });
});

describe("what is printed", () => {
  test("has a line for each runtime", () => {
    const result = { name: "bun", version: "1.4.5", passed: 1181, leftOut: 2, seconds: 4.25, failures: [] };
    expect(toRow(result)).toMatch(/^ {2}bun +1\.4\.5 +1181 +0 +2 +4\.3$/);
  });

  test("lists what is left out, where, and why", () => {
    const entry = { file: "a.test.ts", test: "reads", shows: { deno: "x", bun: "y" }, reason: "There is no disk." };
    expect(toList(runtimes, [entry])).toContain("  a.test.ts: reads\n    on bun, deno. There is no disk.");
    expect(toList(selectRuntimes(["workerd"]), [entry])).not.toContain("a.test.ts");
  });
});
