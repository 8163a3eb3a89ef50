import { execFile } from "node:child_process";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Emulator } from "@agent-chats/emulator";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { findExamples, findRecipes, outputOf, toProgram } from "../src/examples.ts";
import { findPages, root } from "../src/repository.ts";

const run = promisify(execFile);
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Below node_modules, so that the programs find the packages of this workspace and git does not see them. */
const directory = path("../node_modules/.examples");
const examples = [
  // The reference repeats the examples of the doc comments.
  ...findExamples(root, [
    ...findPages().filter((page) => !page.startsWith("docs/reference/")),
    "packages/client/src",
    "packages/emulator/src",
  ]),
  ...findRecipes(root),
].map((example, index) => ({ ...example, file: `example-${index}.ts` }));

beforeAll(async () => {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  await cp(path("../src/prelude.ts"), join(directory, "prelude.ts"));
  for (const example of examples) await writeFile(join(directory, example.file), toProgram(example));
});

afterAll(() => rm(directory, { recursive: true, force: true }));

/** Dials and faults of one example are not those of the next. */
afterEach(async () => {
  const { emulator } = (await import(join(directory, "prelude.ts"))) as { emulator: Emulator };
  emulator.reset();
});

describe("the examples of the documentation", () => {
  test("are found, one for each entry point at least, and the recipes of the README", () => {
    const places = examples.map(({ place }) => place.replace(/:\d+$/, ""));
    for (const vendor of ["cargo", "cotool", "invent"])
      expect(places).toContain(`packages/client/src/${vendor}/index.ts`);
    expect(places.filter((place) => place === "README.md").length).toBeGreaterThanOrEqual(10);
    expect(places.filter((place) => place === "docs/recipes.md").length).toBeGreaterThanOrEqual(3);
  });

  test("compile", async () => {
    const compilerOptions = { types: ["node"], noUnusedLocals: false };
    const tsconfig = {
      extends: path("../../../tsconfig.base.json"),
      compilerOptions,
      files: examples.map(({ file }) => file),
    };
    await writeFile(join(directory, "tsconfig.json"), JSON.stringify(tsconfig));
    const tsc = path("../../../node_modules/typescript/bin/tsc");
    const { stdout } = await run(process.execPath, [tsc, "-p", directory]).catch((error: { stdout: string }) => error);
    expect(stdout).toBe("");
  });

  test.each(examples)("run: $place", async (example) => {
    const expected = outputOf(example);
    const print = vi.spyOn(console, "log").mockImplementation(() => {});
    await import(join(directory, example.file));
    const printed = print.mock.calls.map((values) => values.join(" "));
    if (expected.length > 0) expect(printed).toEqual(expected);
    print.mockRestore();
  });
});
