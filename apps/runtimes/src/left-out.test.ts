import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { leftOut } from "./left-out.ts";
import { needNode } from "./needs-node.ts";
import { runtimes } from "./runtimes.ts";

const client = join(import.meta.dirname, "../../../packages/client");

test("what is left out names runtimes and files that exist, and says what its failure shows", () => {
  const names: string[] = runtimes.map(({ name }) => name);
  for (const { file, shows } of leftOut) {
    expect(existsSync(join(client, file)), file).toBe(true);
    expect(names).toEqual(expect.arrayContaining(Object.keys(shows)));
    expect(Object.values(shows)).not.toContain("");
  }
});

test("nothing is left out on Node", () => {
  const names = new Set(leftOut.flatMap(({ shows }) => Object.keys(shows)));
  expect([...names].filter((name) => /^node/.test(name))).toEqual([]);
});

test("what needs Node is still there, and still says what for", () => {
  for (const { file, holds } of needNode) expect(readFileSync(join(client, file), "utf8")).toContain(holds);
});
