import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { bundlers } from "./bundlers.ts";
import { type Bundle, bundles, findBundleFaults } from "./bundles.ts";
import type { Step } from "./step.ts";

/** The steps that bundle what is used, and look for what is not. */
export function bundleSteps(folder: string, names: readonly (keyof typeof bundlers)[]): Step[] {
  return bundles.flatMap((bundle, index) =>
    names.map((name) => ({
      name: `${name}, ${bundle.name}`,
      run: () => tryBundle(bundle, join(folder, `bundled-${index}`), name),
    })),
  );
}

async function tryBundle(bundle: Bundle, path: string, name: keyof typeof bundlers): Promise<string> {
  const entry = `${path}.js`;
  await writeFile(entry, bundle.code);
  const text = await bundlers[name](entry);
  const file = `${path}-${name}.mjs`;
  await writeFile(file, text);
  const faults = [...findBundleFaults(bundle, text), ...(await findLoadFaults(bundle, file))];
  if (faults.length > 0) throw new Error(faults.join("\n"));
  const [size, gzipped] = [Buffer.byteLength(text), gzipSync(text, { level: 9 }).byteLength];
  return `${toKilobytes(size)} minified, ${toKilobytes(gzipped)} gzipped`;
}

/** Loads a bundle: what it is to export must be there, and make a client. */
async function findLoadFaults({ code }: Bundle, file: string): Promise<string[]> {
  const exported = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  const wanted = [...code.matchAll(/export \{ (\w+) \}/g)].map(([, name = ""]) => name);
  for (const name of wanted) {
    const value = exported[name];
    if (name.startsWith("create") && name !== "createDrift") (value as (options: object) => object)({ token: "t" });
  }
  return wanted.filter((name) => exported[name] === undefined).map((name) => `it does not export ${name}`);
}

function toKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
