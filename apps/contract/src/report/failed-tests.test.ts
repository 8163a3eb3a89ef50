import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createSampleReport } from "./sample-report.ts";
import { writeReport } from "./write.ts";

const program = `
import { startVitest } from "vitest/node";
import { failedTestsOf } from ${JSON.stringify(new URL("failed-tests.ts", import.meta.url).href)};
import { finishReport } from ${JSON.stringify(new URL("finish-report.ts", import.meta.url).href)};
const [root] = process.argv.slice(1);
const projects = ["one", "other", "well"].map((name) => ({ test: { name, globals: true, include: [name + "*.test.js"] } }));
const vitest = await startVitest("test", [], { root, config: false, watch: false, reporters: [{}], projects });
console.log(JSON.stringify(vitest.projects.map((project) => [project.name, failedTestsOf(project)])));
for (const project of vitest.projects) finishReport(project, 0, root + "/" + project.name + "/");
await vitest.close();
process.exit(0);
`;

test("failed tests and files that cannot be run are named, each for its project, and stand in its report", () => {
  const root = mkdtempSync(join(tmpdir(), "contract-failed-"));
  writeFileSync(
    join(root, "one.test.js"),
    `describe("list", () => { test("ends", () => { expect(1).toBe(2) }); test("begins", () => {}); });`,
  );
  writeFileSync(join(root, "one-more.test.js"), `throw new Error("no");`);
  writeFileSync(join(root, "other.test.js"), `test("waits", () => { throw new Error("no") });`);
  writeFileSync(join(root, "well.test.js"), `test("works", () => {});`);
  const reports = ["one", "well"].map((name) => writeReport(createSampleReport(), `${root}/${name}/`));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--conditions=@agent-chats/source", "--input-type=module", "-e", program, root],
    {
      cwd: fileURLToPath(new URL(".", import.meta.url)),
      encoding: "utf8",
      env: { ...process.env, VITEST: undefined, VITEST_WORKER_ID: undefined, VITEST_POOL_ID: undefined },
    },
  );
  const failed = reports.map(({ json }) => JSON.parse(readFileSync(json, "utf8")).failedTests);
  const isRed = reports.map(({ html }) => readFileSync(html, "utf8").includes("<h1>The contract is broken."));
  // Whoever has no report gets none.
  const hasOther = existsSync(join(root, "other"));
  rmSync(root, { recursive: true });
  const ofOne = ["one-more.test.js could not be run", "one.test.js > list > ends"];
  expect([stdout.trim().split("\n").at(-1), stderr]).toEqual([
    JSON.stringify([
      ["one", ofOne],
      ["other", ["other.test.js > waits"]],
      ["well", []],
    ]),
    "",
  ]);
  expect({ failed, isRed, hasOther }).toEqual({ failed: [ofOne, undefined], isRed: [true, false], hasOther: false });
});
