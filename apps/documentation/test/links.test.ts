import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { toPage } from "../src/markdown.ts";
import { isPath, isThere } from "../src/paths.ts";
import { findPages, findPaths, read } from "../src/repository.ts";

const names = findPages();
const pages = new Map(names.map((name) => [name, toPage(read(name))]));
const paths = findPaths();
/** What commands make, and git does not keep. */
const made = read(".gitignore")
  .split("\n")
  .filter((line) => /^[\w/]+\/$/.test(line));

/** Where a link of a page leads: a path, and a heading there. */
function follow(from: string, link: string): [path: string, anchor: string | undefined] {
  const [path = "", anchor] = link.split("#");
  return [path === "" ? from : join(dirname(from), path), anchor];
}

function complaintsAbout(from: string, link: string): string[] {
  if (/^https:\/\/[\w.-]+\.\w+(\/|$)/.test(link)) return [];
  const [path, anchor] = follow(from, link);
  if (!paths.includes(path) && !paths.includes(`${path}/`) && !paths.includes(path.replace(/\/?$/, "/"))) {
    return [`${link}: there is no ${path}`];
  }
  if (anchor === undefined || pages.get(path)?.anchors.has(anchor)) return [];
  return [`${link}: ${path} has no heading ${anchor}`];
}

describe.each(names)("%s", (name) => {
  const page = toPage(read(name));

  test("has links that lead somewhere", () => {
    expect(page.links.flatMap((link) => complaintsAbout(name, link))).toEqual([]);
  });

  test("names files and folders that are there", () => {
    const named = page.codeSpans.filter((code) => isPath(code) && !made.some((folder) => code.startsWith(folder)));
    expect(named.filter((code) => !isThere(code, paths))).toEqual([]);
  });
});

test("every page can be reached from the README, and every picture is on a page", () => {
  const reached = new Set(["README.md"]);
  for (const name of reached) {
    for (const link of pages.get(name)?.links ?? []) {
      const [path] = follow(name, link);
      if (paths.includes(path)) reached.add(path);
    }
  }
  const wanted = paths.filter((path) => path.endsWith(".md") || /^docs\/.*\.(png|svg)$/.test(path));
  expect(wanted.filter((path) => !reached.has(path) && !path.startsWith(".changeset/"))).toEqual([]);
});

test("enough is found for these tests to mean something", () => {
  const all = [...pages.values()];
  expect(all.flatMap(({ links }) => links).length).toBeGreaterThan(40);
  expect(all.flatMap(({ codeSpans }) => codeSpans.filter(isPath)).length).toBeGreaterThan(80);
});

describe("a page is taken apart as GitHub shows it:", () => {
  const page = toPage(
    [
      "# The `x-source: text`, on *anything*!",
      "[one](a.md#b) and `[no](link.md)` ![two [of] them](b.png)",
      "## Same\n## Same",
      "<!-- [hidden](c.md) -->",
      "```ts file.ts\n[none](d.md)\n# none\n```",
    ].join("\n"),
  );

  test("links, but not in code and comments", () => expect(page.links).toEqual(["a.md#b", "b.png"]));
  test("headings by the names that links use", () => {
    expect([...page.anchors]).toEqual(["the-x-source-text-on-anything", "same", "same-1"]);
  });
  test("blocks with what stands behind the fence", () => {
    expect(page.blocks).toEqual([{ info: "ts file.ts", code: "[none](d.md)\n# none\n" }]);
  });
});

test.each([
  ["apps/x/a.ts", true],
  ["x/a.ts", true],
  ["b.ts", false],
  ["apps/a.ts", false],
  ["x/a.ts.bak", false],
  ["x", true],
  ["<any>/a.ts", true],
  ["*.ts", true],
  ["*.js", false],
])("%s leads to a file of apps/x/a.ts: %s", (code, expected) => {
  expect(isThere(code, ["apps/", "apps/x/", "apps/x/a.ts"])).toBe(expected);
});
