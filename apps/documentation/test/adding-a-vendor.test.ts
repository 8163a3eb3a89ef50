import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify, stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { carryOut, copyRepository, patch } from "../src/copy.ts";
import { outputOf } from "../src/examples.ts";
import { toPage } from "../src/markdown.ts";
import { read } from "../src/repository.ts";

const page = toPage(read("docs/adding-a-vendor.md"));
const spec = page.blocks.filter(({ info }) => / spec\//.test(info));
const registries = page.blocks.filter(({ info }) => / (packages|apps)\//.test(info));
const program = page.blocks.find(({ info }) => info === "ts program.ts");
/** Files of which the page says that the compiler names them. */
const named = [...read("docs/adding-a-vendor.md").matchAll(/^\| `((?:apps|packages)\/[^`]+)` \|/gm)].map(
  ([, file = ""]) => file,
);

let copy: string;
beforeAll(async () => {
  copy = await copyRepository();
});
afterAll(() => rm(copy, { recursive: true, force: true }));

/** Runs a program in a workspace of the copy; what it printed, also where it failed. */
async function run(workspace: string, ...args: string[]): Promise<string> {
  const node = promisify(execFile)(process.execPath, args, { cwd: join(copy, workspace) });
  const { stdout, stderr } = await node.catch((error: { stdout: string; stderr: string }) => error);
  return stripVTControlCharacters(`${stdout}${stderr}`);
}

const isTest = (path: string) => /\.test(-d)?\.tsx?$|\/test\//.test(path);

/** Files of a workspace, but for tests, of which the compiler complains, or complains in such words. */
async function filesThatDoNotCompile(workspace: string, words = /(?:)/): Promise<string[]> {
  const printed = await run(workspace, "node_modules/typescript/bin/tsc", "--noEmit", "--pretty", "false");
  const complaints = printed.split(/\n(?=\S)/).filter((complaint) => words.test(complaint));
  const files = complaints.flatMap((complaint) => /^(?!\.\.)(\S+)\(\d+,\d+\): error/.exec(complaint)?.[1] ?? []);
  return [...new Set(files)].map((file) => join(workspace, file)).filter((path) => !isTest(path));
}

/** Registries of some workspaces that lack the vendor. */
async function registriesWithout(workspaces: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const workspace of workspaces) files.push(...(await filesThatDoNotCompile(workspace, /'acme' is missing/)));
  return files;
}

describe("docs/adding-a-vendor.md, carried out", () => {
  test("1. the spec passes the lint", async () => {
    for (const block of spec) await carryOut(copy, block);
    expect(spec.length).toBeGreaterThanOrEqual(6);
    const script = JSON.parse(await run("spec", "-p", `JSON.stringify(require("./package.json").scripts.lint)`));
    expect(script).toContain("acme/openapi.yaml");
    const printed = await run("spec", "node_modules/@redocly/cli/bin/cli.js", ...script.split(" ").slice(1));
    expect(printed).toMatch(/acme\/openapi\.yaml: validated/);
    expect(printed).toMatch(/Your API descriptions are valid/);
  });

  test("2. the code is generated, and the compiler names the registries of client and emulator that the page lists", async () => {
    expect(await run("packages/schema", "--conditions=@agent-chats/source", "scripts/codegen.ts")).toMatch(
      /changed just now/,
    );
    const packages = named.filter((path) => path.startsWith("packages/"));
    expect(await registriesWithout(["packages/client", "packages/emulator"])).toEqual(packages);
  });

  test("3. and 4. client and emulator compile, and the layers of the client hold", async () => {
    for (const block of registries) await carryOut(copy, block);
    expect(await filesThatDoNotCompile("packages/client")).toEqual([]);
    expect(await filesThatDoNotCompile("packages/emulator")).toEqual([]);
    const printed = await run("packages/client", "node_modules/vitest/vitest.mjs", "run", "test/architecture.test.ts");
    expect(printed).toMatch(/Tests\D+\d+ passed/);
    expect(printed).not.toMatch(/failed/);
  });

  test("5. the compiler names the registries of the apps that the page lists, and no other", async () => {
    const apps = named.filter((path) => path.startsWith("apps/")).toSorted();
    expect((await registriesWithout(["apps/contract", "apps/demo", "apps/bench"])).toSorted()).toEqual(apps);
  });

  test("the program of the page prints what it says", async () => {
    if (!program) throw new Error("There is no program.");
    await carryOut(copy, { ...program, info: "ts apps/documentation/program.ts" });
    const printed = await run("apps/documentation", "--conditions=@agent-chats/source", "program.ts");
    expect(printed.trimEnd().split("\n")).toEqual(outputOf({ place: "", code: program.code }));
  });
});

describe("a change of a page", () => {
  test("takes the place of the lines that it names", () => {
    expect(patch("a\nb\nc\n", " a\n-b\n+d\n+e\n", "x")).toBe("a\nd\ne\nc\n");
  });

  test.each(["-x\n", "-a\n"])("fails where %j does not stand there exactly once", (diff) => {
    expect(() => patch("a\na\n", diff, "x.ts")).toThrow(/x\.ts: the lines stand there [02] times/);
  });
});
