import { describe, expect, test } from "vitest";
import { findPaths, read } from "../src/repository.ts";

const architecture = read("ARCHITECTURE.md");
const specs = read("spec/README.md");
const paths = findPaths();

/** What stands as code in the first column of the table below a head. */
function namesBelow(page: string, head: string): string[] {
  const [, below = ""] = page.split(`${head}\n`);
  const table = below.slice(0, below.search(/\n(?!\|)/));
  return table
    .split("\n")
    .flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name));
}

describe("ARCHITECTURE.md", () => {
  test.each([
    ["| file of the transport | idea |", "packages/client/src/", 9],
    ["| file in `pagination/` | idea |", "packages/client/src/pagination/", 20],
  ])("names files that are there: %s", (head, folder, least) => {
    const names = namesBelow(architecture, head);
    expect(names.length).toBeGreaterThanOrEqual(least);
    expect(names.filter((name) => !paths.includes(`${folder}${name}.ts`))).toEqual([]);
  });

  test("has every workspace in its chain", () => {
    const workspaces = paths.filter((path) => /^(apps|packages)\/[^/]+\/package\.json$/.test(path));
    const [chain = ""] = /```\n([\s\S]*?)```/.exec(architecture) ?? [];
    expect(workspaces.map((path) => path.replace("package.json", "")).filter((path) => !chain.includes(path))).toEqual(
      [],
    );
  });
});

describe("spec/README.md", () => {
  test("has the keys of x-pagination that the generated tables have", () => {
    const [, members = ""] =
      /export interface Pagination \{\n([\s\S]*?)\n\}/.exec(read("packages/schema/src/operation.ts")) ?? [];
    const keys = [...members.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, key]) => key);
    const [head = ""] = /^\| key .*\|$/m.exec(specs) ?? [];
    expect(keys.length).toBeGreaterThan(8);
    expect(namesBelow(specs, head).toSorted()).toEqual(keys.toSorted());
  });

  test("explains every extension that a spec has", () => {
    const used = ["cargo", "cotool", "invent"].flatMap(
      (vendor) => read(`spec/${vendor}/openapi.yaml`).match(/\bx-[a-z-]+(?=:)/g) ?? [],
    );
    const ours = [...new Set(used)].filter((name) => !["x-cotool", "x-ratelimit"].includes(name)).sort();
    const explained = [...specs.matchAll(/^### `(x-[a-z-]+)/gm)].map(([, name = ""]) => name);
    expect(explained.toSorted()).toEqual(ours);
  });

  test("has the statuses that every operation must declare", () => {
    const [, said = ""] = /Every operation declares (.*), with their bodies/.exec(specs) ?? [];
    const statuses = said.match(/\d{3}/g) ?? [];
    expect(statuses.length).toBeGreaterThan(5);
    for (const vendor of ["cargo", "cotool", "invent"]) {
      const declared = new Set(read(`spec/${vendor}/openapi.yaml`).match(/(?<=^ {8}")\d{3}(?=":)/gm));
      expect([...declared].sort()).toEqual(statuses);
    }
  });
});
