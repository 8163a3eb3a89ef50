import { expect, test } from "vitest";
import { type CommandLine, parseCommandLine } from "./command-line.ts";

test.each<[string[], CommandLine]>([
  [[], { mode: "suite", args: [] }],
  [["--", "wire", "-t", "limit"], { mode: "suite", args: ["wire", "-t", "limit"] }],
  [["--reporter=dot"], { mode: "suite", args: ["--reporter=dot"] }],
  [["--live"], { mode: "live" }],
  [["--har", "a.har"], { mode: "har", file: "a.har" }],
  [["--har=a b.har"], { mode: "har", file: "a b.har" }],
  [["--help"], { mode: "help" }],
  [["--live", "-h"], { mode: "help" }],
])("%j is understood", (args, line) => {
  expect(parseCommandLine(args)).toEqual(line);
});

test.each([
  [["--har"], "--har needs the name of a file."],
  [["--har="], "--har needs the name of a file."],
  [["--har", "a.har", "b.har"], "--har FILE stands alone."],
  [["--har", "a.har", "--live"], "--har FILE stands alone."],
  [["--live", "cargo"], "--live stands alone."],
  [["--live=cargo"], "--live takes no value."],
])("%j is not understood, and the message says why", (args, message) => {
  expect(() => parseCommandLine(args)).toThrow(message);
});
