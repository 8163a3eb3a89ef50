import { expect, test } from "vitest";
import { parseCommandLine } from "./command-line.ts";

const rest = {
  isQuick: false,
  isMarkdown: false,
  parts: [],
  limit: Number.POSITIVE_INFINITY,
  jsonFile: undefined,
  pageFile: undefined,
};

test("commands stand with their options, in any order", () => {
  expect(parseCommandLine(["rivals"])).toEqual({ ...rest, commands: ["rivals"] });
  expect(parseCommandLine(["--quick", "walk", "call"])).toEqual({
    ...rest,
    commands: ["walk", "call"],
    isQuick: true,
  });
  expect(parseCommandLine(["memory", "--markdown"])).toEqual({ ...rest, commands: ["memory"], isMarkdown: true });
  expect(parseCommandLine(["size", "--json", "a.json"])).toEqual({ ...rest, commands: ["size"], jsonFile: "a.json" });
  expect(parseCommandLine(["mutants", "--limit", "9"])).toEqual({ ...rest, commands: ["mutants"], limit: 9 });
  expect(parseCommandLine(["mutants", "chain.ts"])).toEqual({ ...rest, commands: ["mutants"], parts: ["chain.ts"] });
  expect(parseCommandLine(["--help"])).toBe("help");
});

test("without a command it measures, and tries no mutants", () => {
  expect(parseCommandLine([])).toMatchObject({ commands: expect.arrayContaining(["call", "walk", "memory", "size"]) });
  expect(parseCommandLine([])).not.toMatchObject({ commands: expect.arrayContaining(["mutants"]) });
});

test.each([
  [["speed"], /There is no speed: name any of call, walk/],
  [["walk", "speed", "hast"], /There is no speed, hast/],
  [["toString"], /There is no toString/],
  [["walk", "--fast"], /--fast/],
  [["mutants", "--limit=0"], /--limit/],
])("%j is not understood", (args, message) => {
  expect(() => parseCommandLine(args)).toThrow(message);
});
