import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { allSteps } from "../src/check.ts";
import { execute } from "../src/execute.ts";
import { type Packed, published } from "../src/pack.ts";
import { checkOutput, programs } from "../src/project.ts";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

describe("the stranger's programs", () => {
  test.each(Object.values(programs))(
    "$file prints on the sources what it must print when installed",
    async (program) => {
      const command = [
        process.execPath,
        "--conditions=@agent-chats/source",
        file(`../program/${program.file}.ts`),
      ] as const;
      expect(checkOutput(program, await execute(command, { folder: file(".") }))).toMatch(/as expected$/);
    },
  );

  test("another output is refused", () => {
    expect(() => checkOutput(programs.clientAlone, "1 chats\n")).toThrow("It printed\n1 chats");
  });
});

test("the page tells of every step that there is, and of none that failed", () => {
  const manifestOf = (name: string) => JSON.parse(readFileSync(file(`../../../packages/${name}/package.json`), "utf8"));
  const packages = published.map((name) => ({ manifest: manifestOf(name), files: [] })) as unknown as Packed[];
  const names = allSteps({ folder: "", packages, registryUrl: "" }).map(({ name }) => name);
  const page = readFileSync(file("../../../docs/consumer.md"), "utf8");
  const told = [...page.matchAll(/^ok {6}(.+?): /gm)].map(([, name]) => name);
  expect(told).toEqual(names);
  expect(page).toContain(`\n${names.length} steps passed, 0 failed\n`);
});
