import { expect, test } from "vitest";
import { parseCommandLine } from "./command-line.ts";

test("without options everything is tried, and no page is written", () => {
  expect(parseCommandLine([])).toEqual({ isQuick: false, markdownFile: undefined });
});

test("options are read, also behind the -- of a package manager", () => {
  expect(parseCommandLine(["--", "--quick", "--markdown", "page.md"])).toEqual({
    isQuick: true,
    markdownFile: "page.md",
  });
  expect(parseCommandLine(["--help"])).toBe("help");
});

test("what is not an option is refused", () => {
  expect(() => parseCommandLine(["--fast"])).toThrow("--fast");
});
