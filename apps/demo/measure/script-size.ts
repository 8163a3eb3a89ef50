import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildPage } from "../server/build-page.ts";
import type { Measurement } from "./measurement.ts";

/** Size of the scripts that the page waits for, and of those that come when they are wanted. */
export async function measureScripts(): Promise<Measurement[]> {
  const directory = await buildPage();
  const html = await readFile(join(directory, "index.html"), "utf8");
  const names = (await readdir(join(directory, "assets"))).filter((name) => name.endsWith(".js"));
  const sizes = await Promise.all(
    names.map(async (name) => ({
      isFirst: html.includes(name),
      kilobytes: gzipSync(await readFile(join(directory, "assets", name))).byteLength / 1000,
    })),
  );
  const sum = (isFirst: boolean) =>
    sizes.filter((size) => size.isFirst === isFirst).reduce((total, { kilobytes }) => total + kilobytes, 0);
  return [
    { what: "script of the page, gzip", value: sum(true), unit: "kB", limit: 120 },
    { what: "scripts that come when they are wanted, gzip", value: sum(false), unit: "kB" },
  ];
}
