import { execFile } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** Runs the command on fixtures, on this Node. */
async function runFixtures(project: string): Promise<{ code: number; output: string }> {
  const args = ["--conditions=@agent-chats/source", join(import.meta.dirname, "fixtures/run.ts"), project, "node-24"];
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });
}

describe("the command", () => {
  test("is green where all pass, each file with globals of its own", async () => {
    const { code, output } = await runFixtures("good");
    expect(output).toMatch(/node-24 +24\.\S+ +2 +0 +0 /);
    expect(code).toBe(0);
  });

  test("is red, and says why, for whatever goes wrong on a runtime", async () => {
    const { code, output } = await runFixtures("bad");
    expect(code).toBe(1);
    // Passed: one of bad-fails, of bad-rejects and of bad-loses.
    expect(output).toMatch(/node-24 +24\.\S+ +3 +6 +0 /);
    expect(output).toMatch(/bad-fails\.case\.ts > fails\n {4}expected \{ answer: 42 \} to deeply equal/);
    expect(output).toMatch(/ {4}- +"answer": 43,\n/);
    expect(output).toMatch(/bad-fails\.case\.ts > a suite\n {4}the hook broke/);
    expect(output).toMatch(/bad-fails\.case\.ts > a suite > never runs\n {4}It is skipped/);
    expect(output).toMatch(/nobody caught this error\n {4}Error: unheard of/);
    expect(output).toMatch(/bad-loses\.case\.ts\n {4}1 of its 2 tests ran/);
    expect(output).toMatch(/bad-loads-not\.case\.ts does not load\n {4}it needs Vitest itself/);
  });
});
