import { spawnSync } from "node:child_process";
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

let directory: string;
let spec: string;
let out: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "codegen-"));
  [spec, out] = [join(directory, "spec"), join(directory, "src")];
  for (const vendor of ["cargo", "cotool", "invent"]) {
    await mkdir(join(spec, vendor), { recursive: true });
    await cp(path(`../../../spec/${vendor}/openapi.yaml`), join(spec, vendor, "openapi.yaml"));
  }
});

afterEach(() => rm(directory, { recursive: true }));

/** Runs the command as a person does. */
function codegen(...options: string[]) {
  const script = ["--conditions=@agent-chats/source", path("codegen.ts"), "--spec", spec, "--out", out];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...script, ...options], { encoding: "utf8" });
  return { status, output: stdout + stderr };
}

/** Replaces the one occurrence of a text in a spec. */
async function edit(vendor: string, from: string, to: string): Promise<void> {
  const file = join(spec, vendor, "openapi.yaml");
  const text = await readFile(file, "utf8");
  expect(text.split(from), `occurrences of ${from}`).toHaveLength(2);
  await writeFile(file, text.replace(from, to));
}

describe("codegen", () => {
  test("writes what is committed, and finds it fresh", async () => {
    expect(codegen().status).toBe(0);
    const committed = path("../src");
    for (const file of await readdir(committed, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const source = join(file.parentPath, file.name);
      expect(await readFile(join(out, source.slice(committed.length)), "utf8")).toBe(await readFile(source, "utf8"));
    }
    expect(codegen("--check")).toEqual({ status: 0, output: "14 files are up to date.\n" });
  });

  test("--check names every stale, missing and left-over file, and writes nothing", async () => {
    codegen();
    await appendFile(join(out, "cargo/types.ts"), "// edited by hand\n");
    await appendFile(join(out, "cotool/operations.ts"), "// edited by hand\n");
    await rm(join(out, "invent/index.ts"));
    await cp(join(out, "cargo/index.ts"), join(out, "invent/old.ts"));
    for (let run = 0; run < 2; run++) {
      const { status, output } = codegen("--check");
      expect(status).toBe(1);
      expect(output.split("\n")).toEqual([
        "stale     cargo/types.ts",
        "stale     cotool/operations.ts",
        "missing   invent/index.ts",
        "left over invent/old.ts",
        "4 files are not as they should be: run pnpm codegen.",
        "",
      ]);
    }
    expect(codegen().status).toBe(0);
    expect(codegen("--check").status).toBe(0);
  });

  test("names files that it did not write, and leaves them alone", async () => {
    codegen();
    await writeFile(join(out, "notes.txt"), "mine");
    const written = codegen();
    expect(written).toMatchObject({ status: 1, output: expect.stringContaining("not ours  notes.txt") });
    expect(codegen("--check").status).toBe(1);
    expect(await readFile(join(out, "notes.txt"), "utf8")).toBe("mine");
  });

  test("--check sees an edit of one spec", async () => {
    codegen();
    await edit("cotool", "        evalScore:\n", "        evaluationScore:\n");
    expect(codegen("--check").output).toContain("stale     cotool/types.ts\nstale     cotool/json-schemas.ts\n2 files");
  });

  test.each([
    ["items: /chats\n", "items: /conversations\n", "/conversations"],
    ["        id: /id\n", "        id: /uuid\n", "/uuid"],
    ["total: { body: /totalCount }", "total: { body: /total }", "/total"],
    ["        size: limit\n", "        size: take\n", "take"],
  ])("refuses an x-pagination that points to nothing: %j became %j", async (from, to, culprit) => {
    await edit("cotool", from, to);
    const { status, output } = codegen();
    expect(status).toBe(2);
    expect(output).toContain("spec/cotool/openapi.yaml");
    expect(output).toContain("x-pagination");
    expect(output).toContain(culprit);
    expect(await readdir(directory)).not.toContain("src");
  });

  test("says where it looked when there is no spec", () => {
    const { status, output } = codegen("--spec", out);
    expect(status).toBe(2);
    expect(output).toContain(out);
  });
});
