import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { generateHeyApi } from "../hey-api.ts";
import { installPackages, rivalsFolder } from "../install.ts";
import type { Report } from "../report.ts";
import { toSpread } from "../spread.ts";
import { programs } from "./programs.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const compilersFolder = fileURLToPath(new URL("../../compilers/", import.meta.url));
const compilers = ["5.4", "5.5", "5.6", "5.7", "5.8", "5.9", "6.0", "7.0"];
/** Compilers that time is measured with: the last that is written in JavaScript, and the one in Go. */
const timed = ["5.9", "7.0"];
const runs = 3;

/** What a compiler says of a program. */
interface Checked {
  readonly errors: readonly string[];
  readonly instantiations: number;
  readonly checkMs: number;
}

/** Measures what programs cost a type checker, and with which compilers ours compile. */
export async function benchTypes(isQuick: boolean): Promise<Report> {
  await Promise.all([installPackages(rivalsFolder), installPackages(compilersFolder)]);
  // What is checked is what is published: declarations.
  await promisify(execFile)("npx", ["--yes", "pnpm@12", "--filter", "@agent-chats/client...", "build"], { cwd: root });
  const folders = new Map<string, string>();
  for (const vendor of ["cargo", "cotool", "invent"]) folders.set(vendor, await generateHeyApi(vendor));
  const all = programs((vendor) => `${folders.get(vendor)}/index.js`);
  const failures: string[] = [];
  const rows: string[][] = [];
  for (const { name, code } of all) {
    const folder = writeProject(name, code);
    const cells: string[] = [];
    const times: number[][] = [];
    for (const compiler of timed) {
      const all = await checkAgain(folder, compiler, isQuick ? 1 : runs);
      const checked = all.reduce((best, next) => (next.checkMs < best.checkMs ? next : best));
      failures.push(...checked.errors.map((error) => `${name}, TypeScript ${compiler}: ${error}`));
      cells.push(String(checked.instantiations), String(Math.round(checked.checkMs)));
      times.push(all.map(({ checkMs }) => checkMs));
    }
    rows.push([name, ...cells, toSpread(times)]);
  }
  const ours = writeProject("agent-chats", all[0]?.code ?? "");
  const accepted: string[][] = [];
  for (const compiler of compilers) {
    const { errors } = await check(ours, compiler);
    accepted.push([compiler, errors.length === 0 ? "compiles" : `${errors.length} errors`]);
    failures.push(...errors.map((error) => `TypeScript ${compiler}: ${error}`));
  }
  const head = ["", ...timed.flatMap((version) => [`TypeScript ${version}: instantiations`, "ms to check"]), "spread"];
  return {
    tables: [
      { title: "A program that uses every operation, to the type checker", head, rows },
      {
        title: "The same program of ours with older compilers, libraries checked too (`skipLibCheck: false`)",
        head: ["TypeScript", ""],
        rows: accepted,
      },
    ],
    failures,
  };
}

/** A project beside the rivals, from where their packages and ours are found. */
function writeProject(name: string, code: string): string {
  const folder = join(rivalsFolder, "node_modules", ".generated", "types", name.replaceAll(/\W+/g, "-"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "program.ts"), `${code}\nexport {};\n`);
  const compilerOptions = {
    module: "esnext",
    moduleResolution: "bundler",
    target: "es2022",
    lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: false,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["program.ts"] }));
  return folder;
}

async function checkAgain(folder: string, compiler: string, count: number): Promise<Checked[]> {
  const all: Checked[] = [];
  for (let run = 0; run < count; run++) all.push(await check(folder, compiler));
  return all;
}

async function check(folder: string, compiler: string): Promise<Checked> {
  const script = join(compilersFolder, "node_modules", `typescript-${compiler}`, "bin", "tsc");
  const args = [script, "-p", folder, "--pretty", "false", "--extendedDiagnostics"];
  const output = await promisify(execFile)(process.execPath, args).then(
    ({ stdout }) => stdout,
    (error: { stdout?: string }) => error.stdout ?? String(error),
  );
  const figure = (name: string) => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(output)?.[1]);
  return {
    errors: output.split("\n").filter((line) => /error TS\d+/.test(line)),
    instantiations: figure("Instantiations"),
    checkMs: figure("Check time") * 1000,
  };
}
