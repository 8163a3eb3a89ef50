import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { VendorId } from "@agent-chats/schema";
import { root } from "./assignment.ts";

/** Texts of modules by path from the root of the repository. */
export type Modules = Readonly<Record<string, string>>;

/** Where a trial stands, and what it is narrowed to. */
export interface Setting {
  /** Port of the emulator behind the proxies. */
  readonly upstreamPort: number;
  /** Folder for the report of the run, which is no report of the contract. */
  readonly folder: string;
  /** Whether Prisms are borrowed; the module that starts them may be what is changed. */
  readonly isPooled: boolean;
  /** The one vendor that the run is about, and its document in place of the vendor's own. */
  readonly only?: Narrowed | undefined;
}

/** A vendor, and the document to take for its own. */
interface Narrowed {
  readonly vendor: VendorId;
  readonly file: string;
}

/** The text of a module, as it is on disk. */
export function readModule(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** Puts another text in the place of one that the module has once. */
export function replaceOnce(text: string, from: string, to: string, file: string): string {
  const count = text.split(from).length - 1;
  if (count !== 1) throw new Error(`${file} has ${count} times: ${from}`);
  return text.replace(from, () => to);
}

/**
 * The modules of a trial: those of the mutant, and what makes the suite run beside others, in seconds. None of it changes
 * what the suite expects, but for what only all specs together can have.
 */
export function instrument(mutant: Modules, { upstreamPort, folder, isPooled, only }: Setting): Modules {
  const modules: Record<string, string> = { ...mutant };
  const edit = (file: string, from: string, to: string) => {
    modules[file] = replaceOnce(modules[file] ?? readModule(file), from, to, file);
  };
  edit("apps/contract/src/report/write.ts", 'new URL("../../report/", import.meta.url)', toUrl(folder));
  if (isPooled) {
    modules["apps/contract/src/prism.ts"] = readModule("apps/contract/src/mutants/pooled-prism.ts");
    edit(
      "apps/contract/src/upstream.ts",
      "await listen({",
      `await ((served) => listen(served, { port: ${upstreamPort} }))({`,
    );
  }
  if (only) narrow(edit, only);
  return modules;
}

/** The edit that puts a document in the place of a vendor's own: a module, what it says, and what it is to say. */
export function toOtherSpec({ vendor, file }: Narrowed): [file: string, from: string, to: string] {
  const from = "return require.resolve(";
  const to = `if (vendor === ${JSON.stringify(vendor)}) return ${JSON.stringify(file)};\n  ${from}`;
  return ["apps/contract/src/specs.ts", from, to];
}

/** Puts a document in the place of a vendor's own, and runs the largest file of tests on that vendor alone. */
function narrow(edit: (file: string, from: string, to: string) => void, { vendor, file }: Narrowed): void {
  const isIt = `vendor === ${JSON.stringify(vendor)}`;
  const [tests, load] = ["apps/contract/test/contract.test.ts", "spec/test/load.ts"];
  edit(...toOtherSpec({ vendor, file }));
  edit(
    tests,
    'import { specs } from "../src/specs.ts";',
    `import { specs as all } from "../src/specs.ts";\nconst specs = all.filter(({ vendor }) => ${isIt});`,
  );
  // What only all specs together have: so many exchanges, the operations of every fault, a point for every reason.
  edit(tests, "toBeGreaterThan(1_000)", "toBeGreaterThan(100)");
  edit(
    "apps/contract/test/suites/seeded-faults.ts",
    "of faults) {",
    `of faults.filter(({ operation }) => specs.some(({ vendor, operations }) => ${isIt} && operations.some(({ id }) => id === operation)))) {`,
  );
  edit(
    "apps/contract/src/points/coverage.ts",
    "const idle = reasons.filter(",
    "const idle = reasons.slice(0, 0).filter(",
  );
  edit(load, '["cargo", "cotool", "invent"] as const', `${JSON.stringify([vendor])} as const`);
  edit(load, `new URL(\`../\${vendor}/openapi.yaml\`, import.meta.url)`, toUrl(file));
}

function toUrl(path: string): string {
  return `new URL(${JSON.stringify(`file://${path}`)})`;
}
