import { gzipSync } from "node:zlib";
import { load } from "../../rivals-packages/load.ts";
import { generateHeyApi } from "../hey-api.ts";
import { installPackages, rivalsFolder } from "../install.ts";
import { type Report, toAim } from "../report.ts";
import { type Bundle, ours, rivals } from "./bundles.ts";

/** What of esbuild is used; it is installed when the bench runs. */
interface Esbuild {
  build(options: object): Promise<{ outputFiles: { contents: Uint8Array }[] }>;
}

/** Measures what clients add to a page: bundled for browsers, minified, gzipped. */
export async function benchSize(): Promise<Report> {
  await installPackages(rivalsFolder);
  const { build } = (await load("esbuild")) as Esbuild;
  const generated = await generateHeyApi("cargo");
  const rows: string[][] = [];
  const aims: string[] = [];
  for (const { name, has, code, aim } of [...ours, ...rivals(generated)]) {
    const [minified, gzipped] = await measure(build, code);
    rows.push([name, has, toKilobytes(minified), toKilobytes(gzipped)]);
    if (aim !== undefined) aims.push(toAim(name, gzipped / 1000, aim, " kB"));
  }
  const head = ["", "has", "kB: minified", "and gzipped"];
  return { tables: [{ title: "What a client adds to a page", head, rows }], aims, failures: [] };
}

async function measure(build: Esbuild["build"], code: Bundle["code"]): Promise<[minified: number, gzipped: number]> {
  const { outputFiles } = await build({
    // Where packages of the rivals and ours are both found: ours through the workspace.
    stdin: { contents: code, resolveDir: rivalsFolder },
    nodePaths: [new URL("../../node_modules/", import.meta.url).pathname],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    conditions: ["@agent-chats/source"],
    write: false,
    logLevel: "error",
  });
  const [output] = outputFiles;
  if (!output) throw new Error(`Nothing was built of ${code}`);
  return [output.contents.byteLength, gzipSync(output.contents, { level: 9 }).byteLength];
}

function toKilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
