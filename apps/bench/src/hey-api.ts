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

/** Has hey-api generate its client of a vendor, in a folder beside its package, and gives that folder. */
export async function generateHeyApi(vendor: string): Promise<string> {
  const { createClient } = (await load("@hey-api/openapi-ts")) as Generator;
  const path = join(rivalsFolder, "node_modules", ".generated", vendor);
  await createClient({ input: specOf(vendor), output: { path, clean: true }, logs: { level: "silent", file: false } });
  return path;
}
