import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import packages from "../../spec-tools/package.json" with { type: "json" };
import { installPackages } from "../install.ts";
import type { Report } from "../report.ts";
import { defects } from "./defects.ts";
import { examinationFile, toExamination, toVerdict, type Verdict } from "./examination.ts";
import { type Generator, generators } from "./generators.ts";
import { readers } from "./readers.ts";
import { runTool, toolsFolder } from "./run-tool.ts";
import { readSpec, type Spec } from "./spec.ts";

const vendors = { cargo: "Cargo", cotool: "Cotool", invent: "Invent" };
const versions: Readonly<Record<string, string>> = packages.dependencies;
const generated = join(toolsFolder, "node_modules/.generated");

/** Gives the specs to tools that others use. Fails where one complains, or does otherwise than is known of it. */
export async function benchSpecs(): Promise<Report> {
  await installPackages(toolsFolder);
  const specs = await Promise.all(Object.keys(vendors).map(readSpec));
  const failures: string[] = [];
  const reading = await readAll(specs, failures);
  const generating = await generateAll(specs, failures);
  const head = ["tool", "version", "as", ...Object.values(vendors)];
  return {
    tables: [
      { title: "Lint and validation", head, rows: reading },
      { title: "Generated code, compiled by TypeScript, and given the examples", head, rows: generating },
    ],
    failures,
  };
}

async function readAll(specs: readonly Spec[], failures: string[]): Promise<string[][]> {
  const rows: string[][] = [];
  for (const { name, as, command } of readers) {
    const cells: string[] = [];
    for (const spec of specs) {
      const { hasFailed, printed } = await runTool(command(spec), toolsFolder);
      cells.push(hasFailed ? "complains" : "passes");
      if (hasFailed) failures.push(`${name}, ${spec.vendor}:\n${printed}`);
    }
    rows.push([name, versions[name] ?? "", as, ...cells]);
  }
  return rows;
}

async function generateAll(specs: readonly Spec[], failures: string[]): Promise<string[][]> {
  await rm(generated, { recursive: true, force: true });
  for (const generator of generators) for (const spec of specs) await generate(generator, spec, failures);
  const { printed } = await runTool(["tsc", "--project", "tsconfig.generated.json"], toolsFolder);
  return generators.map(({ name, as }) => {
    const cells = specs.map((spec) => {
      const verdict = toVerdict(printed, `${folderOf(name)}/${spec.vendor}/`);
      failures.push(...judge(name, spec, verdict));
      return toCell(spec, verdict);
    });
    const words = defects.filter(({ tool }) => tool === name).map((defect) => defect.words);
    return [name, versions[name] ?? "", [as, ...words].join("; "), ...cells];
  });
}

/** The folder of a generator, without what its name has from its scope. */
function folderOf(name: string): string {
  return name.replace("@", "").replace("/", "-");
}

async function generate(generator: Generator, spec: Spec, failures: string[]): Promise<void> {
  const folder = join(generated, folderOf(generator.name), spec.vendor);
  await mkdir(folder, { recursive: true });
  const configuration = generator.configuration?.(spec);
  if (configuration) await writeFile(join(folder, configuration[0]), configuration[1]);
  const { hasFailed, printed } = await runTool(generator.command(spec), folder);
  if (hasFailed) failures.push(`${generator.name}, ${spec.vendor}:\n${printed}`);
  await writeFile(join(folder, examinationFile), toExamination(generator, spec));
}

/** What is otherwise than it is known to be, in sentences. */
export function judge(tool: string, { vendor }: Pick<Spec, "vendor">, { complaints, refused }: Verdict): string[] {
  const known = defects.find((defect) => defect.tool === tool)?.refused[vendor] ?? 0;
  const counts = `${tool}, ${vendor}: refuses ${refused} examples, and ${known} are known.`;
  return [...complaints, ...(refused === known ? [] : [counts])];
}

function toCell({ answers }: Spec, { complaints, refused }: Verdict): string {
  if (complaints.length > 0) return "does not compile";
  const all = answers.reduce((sum, { examples }) => sum + examples.length, 0);
  return `compiles, takes ${all - refused} of ${all}`;
}
