import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startPrism } from "../../../contract/src/prism.ts";
import { installPackages, rivalsFolder } from "../install.ts";
import type { Report } from "../report.ts";
import { toSpread } from "../spread.ts";
import { generatedIn, ourCodegen } from "./generate.ts";
import { operationsOfCargo, writeLargeSpec } from "./large-spec.ts";

const sizes = [3, 51, 501];
const runs = 3;
const binary = (name: string) => join(rivalsFolder, "node_modules", ".bin", name);

/** Something that takes a spec, and how long it takes is of interest. */
interface Step {
  readonly name: string;
  readonly gives: string;
  /** Gives milliseconds. */
  readonly run: (spec: string, folder: string, operations: number) => Promise<number>;
}

const steps: readonly Step[] = [
  {
    name: "pnpm codegen",
    gives: "types, operation table, JSON Schemas",
    run: (_, folder) => timeOf(...ourCodegen(folder)),
  },
  {
    name: "openapi-typescript",
    gives: "types",
    run: (spec, folder) => timeOf(binary("openapi-typescript"), [spec, "-o", join(generatedIn(folder), "types.ts")]),
  },
  {
    name: "hey-api",
    gives: "types, a client",
    run: (spec, folder) => timeOf(binary("openapi-ts"), ["-i", spec, "-o", join(generatedIn(folder), "hey-api"), "-s"]),
  },
  { name: "Prism", gives: "a mock, and one answer of it for each operation", run: mock },
];

/** Measures how long tools take for a spec, and how that grows with its operations. */
export async function benchCodegen(isQuick: boolean): Promise<Report> {
  await installPackages(rivalsFolder);
  const chosen = isQuick ? sizes.slice(0, 2) : sizes;
  const rows: string[][] = [];
  const base: number[] = [];
  for (const { name, gives, run } of steps) {
    const measurements: number[][] = [];
    for (const operations of chosen) {
      const folder = mkdtempSync(join(tmpdir(), "agent-chats-codegen-"));
      const spec = await writeLargeSpec(folder, operations);
      const all: number[] = [];
      for (let count = 0; count < (isQuick ? 1 : runs); count++) all.push(await run(spec, folder, operations));
      rmSync(folder, { recursive: true });
      measurements.push(all);
    }
    const times = measurements.map((all) => Math.min(...all));
    if (base.length === 0) base.push(...times);
    const cells = times.map((time, index) => `${Math.round(time)} (${(time / (base[index] ?? 0)).toFixed(2)}×)`);
    const [first = 0, last = 0] = [times[0], times.at(-1)];
    const each = (last - first) / ((chosen.at(-1) ?? 0) - (chosen[0] ?? 0));
    rows.push([name, gives, ...cells, each.toFixed(1), toSpread(measurements)]);
  }
  const head = ["", "gives", ...chosen.map((count) => `ms for: ${count} operations`), "ms: for one more", "spread"];
  return { tables: [{ title: "From a spec to code, each as a command, and to a mock", head, rows }], failures: [] };
}

async function timeOf(program: string, args: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  await promisify(execFile)(program, args, { maxBuffer: 2 ** 26 });
  return performance.now() - startedAt;
}

/** Starts a mock and asks it for every operation. */
async function mock(spec: string, _: string, operations: number): Promise<number> {
  const startedAt = performance.now();
  const prism = await startPrism(spec, { patienceMs: 300_000 });
  try {
    for (let copy = 0; copy < operations / operationsOfCargo; copy++) {
      const root = `${prism.url}${copy === 0 ? "" : `/${copy}`}`;
      const headers = { authorization: "Bearer token", "content-type": "application/json" };
      const body = JSON.stringify({ trigger: { type: "draft" } });
      const chatUuid = "3f0c6a52-6a0e-4a53-9a43-0d7b1c6f2e11";
      const answers = [
        await fetch(`${root}/ai/chats/list`, { headers }),
        await fetch(`${root}/ai/messages/list?chatUuid=${chatUuid}`, { headers }),
        await fetch(`${root}/ai/chats`, { method: "POST", headers, body }),
      ];
      for (const answer of answers) {
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`Prism answered ${answer.status} to ${answer.url}.`);
      }
    }
    return performance.now() - startedAt;
  } finally {
    await prism.stop();
  }
}
