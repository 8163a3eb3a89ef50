import { describe, expect, test } from "vitest";
import { rows } from "../../../packages/client/test/hostile/rows.ts";
import { read } from "../src/repository.ts";

const page = read("docs/hostile.md");

/** The rows of the table below a title, as cells; the first row has the names of the clients. */
function tableBelow(title: string): string[][] {
  const [, below = ""] = page.split(`**${title}**\n\n`);
  const lines = below.slice(0, below.indexOf("\n\n")).split("\n");
  const cells = lines.map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("\\|", "|")),
  );
  return cells.filter((_, index) => index !== 1);
}

const [, cases] = /\*\*In how many of (\d+) cases a client …\*\*/.exec(page) ?? [];
const summary = tableBelow(`In how many of ${cases} cases a client …`);
const tables = [
  tableBelow("A list is asked for, from a server that …"),
  tableBelow("Something is created, at a server that …"),
];
const clients = (summary[0] ?? []).slice(1);
/** Rows about where the token comes from are for our own client alone. */
const asked = rows.filter(({ token }) => token !== "function").map(({ does }) => does);

/** In how many cells of each client something stands. */
function countEach(pattern: RegExp): number[] {
  return clients.map((_, index) => tables.flat().filter((cells) => pattern.test(cells[index + 1] ?? "")).length);
}

function summaryOf(title: string): number[] {
  const [, ...said] = summary.find(([begin]) => begin === title) ?? [];
  return said.map(Number);
}

describe("docs/hostile.md", () => {
  test("has every row of the data, in each of its tables, and no other", () => {
    for (const table of tables) expect(table.slice(1).map(([does]) => does)).toEqual(asked);
    expect(Number(cases)).toBe(asked.length * tables.length);
  });

  test.each([
    ["hangs", /^hangs/],
    ["prints the token, or a header or parameter that was sent", /prints.*(token|header|query)/],
    ["prints what the body holds", /prints.*body/],
    ["sends the token or a header to another origin", /elsewhere/],
  ])("counts what its tables show: %s", (title, pattern) => {
    expect(summaryOf(title)).toEqual(countEach(pattern));
  });

  test("counts at least what its tables call silent; items where none can be are silent too", () => {
    const shown = countEach(/silently/);
    const said = summaryOf("gives nothing or something else, silently");
    expect(said.map((count, index) => count >= (shown[index] ?? 0))).toEqual(clients.map(() => true));
    expect(Math.max(...shown)).toBeGreaterThan(0);
  });
});
