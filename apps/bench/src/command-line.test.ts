import { expect, test } from "vitest";
import { parseCommandLine } from "./command-line.ts";

test("a command stands with its options, in any order", () => {
  const rest = { isQuick: false, isMarkdown: false, files: [], limit: Number.POSITIVE_INFINITY };
  expect(parseCommandLine(["rivals"])).toEqual({ ...rest, command: "rivals" });
  expect(parseCommandLine(["--quick", "walk"])).toEqual({ ...rest, command: "walk", isQuick: true });
  expect(parseCommandLine(["memory", "--markdown"])).toEqual({ ...rest, command: "memory", isMarkdown: true });
  expect(parseCommandLine(["call"])).toEqual({ ...rest, command: "call" });
  expect(parseCommandLine(["hostile"])).toEqual({ ...rest, command: "hostile" });
  expect(parseCommandLine(["mutants", "--limit", "9"])).toEqual({ ...rest, command: "mutants", limit: 9 });
  expect(parseCommandLine(["mutants", "chain.ts"])).toEqual({ ...rest, command: "mutants", files: ["chain.ts"] });
  expect(parseCommandLine(["--help"])).toBe("help");
});

test.each([[[]], [["speed"]], [["walk", "memory"]], [["walk", "--fast"]], [["mutants", "--limit=0"]]])(
  "%j is not understood",
  (args) => {
    expect(() => parseCommandLine(args)).toThrow(
      /Name one of rivals, walk, memory, call, hostile, mutants|--fast|--limit/,
    );
  },
);
