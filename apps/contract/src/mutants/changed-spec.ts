import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { VendorId } from "@agent-chats/schema";
import { parse, stringify } from "yaml";
import { readSpec } from "../specs.ts";
import { root } from "./assignment.ts";
import type { Modules } from "./instrument.ts";
import type { SpecChange } from "./mutation.ts";

const run = promisify(execFile);

/** A changed document on the disk, and what is generated from it. */
export interface ChangedSpec {
  readonly file: string;
  readonly modules: Modules;
}

/** Writes a changed document below a folder and generates its tables and schemas. Throws what the generator says. */
export async function writeChangedSpec({ vendor, apply }: SpecChange, folder: string): Promise<ChangedSpec> {
  const original = readSpec(vendor).file;
  const [specs, generated] = [join(folder, "spec"), join(folder, "generated")];
  for (const each of [specs, generated]) rmSync(each, { recursive: true, force: true });
  mkdirSync(join(specs, vendor), { recursive: true });
  cpSync(join(dirname(original), "examples"), join(specs, vendor, "examples"), { recursive: true });
  const document: unknown = parse(readFileSync(original, "utf8"));
  const before = JSON.stringify(document);
  apply(document);
  if (JSON.stringify(document) === before) throw new Error("The mutant changes nothing.");
  const file = join(specs, vendor, "openapi.yaml");
  writeFileSync(file, stringify(document, { aliasDuplicateObjects: false }));
  await generate(specs, generated);
  return { file, modules: readGenerated(vendor, generated) };
}

/** The modules that are another with another spec of a vendor, from where they were generated. */
export function readGenerated(vendor: VendorId, folder: string): Modules {
  const names = ["operations.ts", "json-schemas.ts"].map((name) => `${vendor}/${name}`);
  return Object.fromEntries(
    names.map((name) => [`packages/schema/src/${name}`, readFileSync(join(folder, name), "utf8")]),
  );
}

/** The error of a generator that refuses a document: that is how such a mistake is noticed. */
export class Refused extends Error {}

async function generate(specs: string, generated: string): Promise<void> {
  const script = join(root, "packages/schema/scripts/codegen.ts");
  const args = ["--conditions=@agent-chats/source", script, "--spec", specs, "--out", generated];
  await run(process.execPath, args).catch(({ stderr }: { stderr: string }) => {
    throw new Refused(
      stderr
        .trim()
        .split("\n")[0]
        ?.replace(/^\S+openapi\.yaml /, ""),
    );
  });
}
