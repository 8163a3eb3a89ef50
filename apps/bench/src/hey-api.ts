import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "../rivals-packages/load.ts";
import { rivalsFolder } from "./install.ts";

interface Generator {
  createClient(options: object): Promise<unknown>;
}

/** The spec of a vendor. */
export function specOf(vendor: string): string {
  return fileURLToPath(new URL(`../../../spec/${vendor}/openapi.yaml`, import.meta.url));
}

/** Has hey-api generate its client from a spec, in a folder beside its package, and gives that folder. */
export async function generateHeyApi(name: string, spec: string): Promise<string> {
  const { createClient } = (await load("@hey-api/openapi-ts")) as Generator;
  const path = join(rivalsFolder, "node_modules", ".generated", name);
  await createClient({ input: spec, output: { path, clean: true }, logs: { level: "silent", file: false } });
  return path;
}
