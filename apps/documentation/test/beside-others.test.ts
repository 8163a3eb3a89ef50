import { expect, test } from "vitest";
import { read } from "../src/repository.ts";

const readme = read("README.md");
const hostilePage = read("docs/hostile.md");
const hostile = hostilePage.slice(hostilePage.indexOf("**In how many of"));

/** The cells of the first row of a page that begins so, without marks of emphasis. */
function rowOf(page: string, begin: string): string[] {
  const line = page.split("\n").find((each) => each.startsWith(`| ${begin}`));
  if (line === undefined) throw new Error(`No row begins with ${begin}.`);
  return line
    .split("|")
    .slice(2, -1)
    .map((cell) => cell.replaceAll("**", "").trim());
}

/** The cells of a walker in docs/walk.md, by the heading of their column. */
function walkerOf(name: string): Map<string, string> {
  const page = read("docs/walk.md");
  const section = page.slice(page.indexOf("## Beside others"));
  const heads = rowOf(section, "| quiet").slice(-7);
  return new Map(rowOf(section, name).map((cell, index) => [heads[index] ?? "", cell]));
}

/** From the fewest to the most that were missed at any vendor. What was repeated stands behind a plus. */
function missedIn(cell: string | undefined): string {
  const missed = (cell ?? "").split(" · ").map((each) => Number(each.replace(/\+.*| ✓/g, "")));
  const [fewest, most] = [Math.min(...missed), Math.max(...missed)];
  return fewest === most ? String(fewest) : `${fewest} to ${most}`;
}

const walkers = ["**agent-chats** |", "loop until empty", "Stainless", "octokit"].map(walkerOf);

test("what the README says that others miss is what docs/walk.md has", () => {
  const missed = (column: string) => walkers.map((walker) => missedIn(walker.get(column)));
  expect(rowOf(readme, "chats missed of about 1,000")).toEqual(missed("storm"));
  expect(rowOf(readme, "chats missed where the server gives 30")).toEqual(missed("clamp of 30"));
  expect(rowOf(readme, "chats missed of about 1,000")).toHaveLength(4);
});

test("so is what it says of a position that is ignored", () => {
  const [ours, ...others] = walkers.map((walker) => walker.get("position ignored") ?? "");
  const [oursSaid, ...othersSaid] = rowOf(readme, "a server that gives the same page");
  expect([ours, oursSaid]).toEqual(["error", "an error"]);
  expect(others.every((cell) => cell.startsWith("loops"))).toBe(true);
  expect(othersSaid.every((cell) => cell.startsWith("never ends"))).toBe(true);
  const missed = others.map((cell) => Math.min(...[...cell.matchAll(/(\d+)\+/g)].map(([, each]) => Number(each))));
  const missedSaid = othersSaid.map((cell) => Number(/or (\d+) missed/.exec(cell)?.[1] ?? Number.POSITIVE_INFINITY));
  expect(missedSaid).toEqual(missed);
});

test("what it says that others make of a hostile server is what docs/hostile.md has", () => {
  const heads = rowOf(hostile, " | agent-chats | openapi-fetch").slice(-8);
  const columns = ["agent-chats", "openapi-fetch", "openai (Stainless)", "octokit"].map((name) => heads.indexOf(name));
  expect(columns).not.toContain(-1);
  const cellsOf = (begin: string) => columns.map((column) => rowOf(hostile, begin)[column]);
  for (const [said, begin] of [
    ["a server or network that misbehaves", "hangs |"],
    ["… gives nothing", "gives nothing or something else, silently |"],
    ["… sends a POST again", "sends a POST again that may have been carried out |"],
    ["… prints the token", "prints the token, or a header or parameter that was sent |"],
    ["… sends the token", "sends the token or a header to another origin |"],
  ] as const) {
    expect(rowOf(readme, said), said).toEqual(cellsOf(begin));
  }
  const [, cases] = /misbehaves, (\d+) cases/.exec(readme) ?? [];
  expect(hostile).toContain(`**In how many of ${cases} cases a client …**`);
});
