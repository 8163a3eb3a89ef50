import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const program = `
import { startVitest } from "vitest/node";
import { failedTestsOf } from ${JSON.stringify(new URL("failed-tests.ts", import.meta.url).href)};
const [root] = process.argv.slice(1);
const projects = ["one", "other"].map((name) => ({ test: { name, globals: true, include: [name + "*.test.js"] } }));
const vitest = await startVitest("test", [], { root, config: false, watch: false, reporters: [{}], projects });
console.log(JSON.stringify(vitest.projects.map((project) => [project.name, failedTestsOf(project)])));
await vitest.close();
process.exit(0);
`;

test("failed tests and files that cannot be run are named, each for its project", () => {
  const root = mkdtempSync(join(tmpdir(), "contract-failed-"));
  writeFileSync(
    join(root, "one.test.js"),
    `describe("list", () => { test("ends", () => { expect(1).toBe(2) }); test("begins", () => {}); });`,
  );
  writeFileSync(join(root, "one-more.test.js"), `throw new Error("no");`);
  writeFileSync(join(root, "other.test.js"), `test("waits", () => { throw new Error("no") });`);
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program, root], {
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    encoding: "utf8",
    env: { ...process.env, VITEST: undefined, VITEST_WORKER_ID: undefined, VITEST_POOL_ID: undefined },
  });
  rmSync(root, { recursive: true });
  expect([stdout.trim().split("\n").at(-1), stderr]).toEqual([
    JSON.stringify([
      ["one", ["one-more.test.js could not be run", "one.test.js > list > ends"]],
      ["other", ["other.test.js > waits"]],
    ]),
    "",
  ]);
});
