import { describe, expect, test } from "vitest";
import { type Figure, figures, toNumber } from "../src/figures.ts";
import { findPaths, read } from "../src/repository.ts";

/** The figures of a text; none where it does not say them. */
function figuresIn(text: string, pattern: RegExp, times: readonly number[] = []): number[] {
  const [, ...groups] = pattern.exec(text) ?? [];
  return groups.map((group, index) => Number((toNumber(group) * (times[index] ?? 1)).toPrecision(12)));
}

const named = figures.map((figure) => [`${figure.page}: ${figure.says.source}`, figure] as const);

describe("a figure of a page is what its source says:", () => {
  test.each(named)("%s", (_, { page, says, from, has, times }: Figure) => {
    const said = figuresIn(read(page), says);
    expect(said.length, `${page} does not say it`).toBeGreaterThan(0);
    expect(said).toEqual(figuresIn(read(from), has, times));
  });
});

test("the README has no figure without a source", () => {
  /** Numbers that are no figures: names, statuses, and what an example asks for. Rows of rivals have a test of their own. */
  const others = [
    /ISO 8601/g,
    /\ba 401\b/g,
    /\ba 200\b/g,
    /\ba 2xx\b/g,
    /get the first 50/g,
    /^\| (chats missed|a server|…) .*$/gm,
  ];
  const own = figures.filter(({ page }) => page === "README.md").map(({ says }) => new RegExp(says, "g"));
  const withoutBlocks = read("README.md").replace(/^```[\s\S]*?^```$/gm, "");
  const without = [...own, ...others].reduce((text, pattern) => text.replace(pattern, ""), withoutBlocks);
  const prose = without.replace(/`[^`\n]+`|\]\([^)]*\)/g, "");
  expect(prose.match(/^.*\d.*$/gm) ?? []).toEqual([]);
});

describe("docs/specs.md", () => {
  const page = read("docs/specs.md");
  const versions = JSON.parse(read("apps/bench/spec-tools/package.json")).dependencies as Record<string, string>;
  const rows = [...page.matchAll(/^\| (\S+) \| ([\d.]+) \|(.*)\|$/gm)];

  test("has the versions that its command installs", () => {
    expect(rows.length).toBeGreaterThanOrEqual(9);
    expect(rows.map(([, tool = "", version]) => [tool, version])).toEqual(
      rows.map(([, tool = ""]) => [tool, versions[tool]]),
    );
  });

  test("counts the examples that there are, and the known defects", () => {
    const vendors = ["cargo", "cotool", "invent"];
    const examples = vendors.map((vendor) => findPaths(`spec/${vendor}/examples`).length);
    const defects = [...read("apps/bench/src/specs/defects.ts").matchAll(/tool: "(.*)",\s+refused: \{ (.*) \}/g)];
    const refusedOf = (tool: string) => {
      const [, , refused = ""] = defects.find(([, name]) => name === tool) ?? [];
      return vendors.map((vendor) => Number(new RegExp(`${vendor}: (\\d+)`).exec(refused)?.[1] ?? 0));
    };
    expect(defects.length).toBeGreaterThan(0);
    const counted = rows.flatMap(([, tool = "", , cells = ""]) => {
      const counts = [...cells.matchAll(/takes (\d+) of (\d+)/g)].map(([, taken, all]) => [Number(taken), Number(all)]);
      return counts.length > 0 ? [{ tool, counts }] : [];
    });
    expect(counted.length).toBeGreaterThanOrEqual(6);
    expect(counted).toEqual(
      counted.map(({ tool }) => {
        const refused = refusedOf(tool);
        return { tool, counts: examples.map((all, index) => [all - (refused[index] ?? 0), all]) };
      }),
    );
  });
});

test.each([
  ["1,000", 1000],
  ["50_000", 50_000],
  ["eight", 8],
  ["a", 1],
  ["7.3", 7.3],
])("%s is a figure", (written, expected) => expect(toNumber(written)).toBe(expected));

test("a figure that the page does not say, or says otherwise, is seen", () => {
  expect(figuresIn("at most five, or so", /at most (\w+)/)).toEqual([5]);
  expect(figuresIn("at most 0.25 to 0.5 s", /([\d.]+) to ([\d.]+) s/)).toEqual([0.25, 0.5]);
  expect(figuresIn("nothing", /at most (\w+)/)).toEqual([]);
});
