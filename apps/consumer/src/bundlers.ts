import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { load } from "../tools/load.ts";

/** Bundles a module for browsers, minified, and returns the text. */
export type Bundler = (entry: string) => Promise<string>;

interface Output {
  readonly output: readonly { readonly code?: string }[];
}
interface Esbuild {
  build(options: object): Promise<{ outputFiles: readonly { text: string }[] }>;
  transform(code: string, options: object): Promise<{ code: string }>;
}
interface Vite {
  build(options: object): Promise<Output>;
}
interface Rollup {
  rollup(options: object): Promise<{ generate(options: object): Promise<Output>; close(): Promise<void> }>;
}
interface NodeResolve {
  nodeResolve(options: object): object;
}
interface Webpack {
  default(options: object, done: (error: Error | null, stats?: Stats) => void): void;
}
interface Stats {
  hasErrors(): boolean;
  toString(): string;
}

const target = "es2022";

/** The bundlers, by name, each as its documentation tells to use it. */
export const bundlers = {
  async esbuild(entry) {
    const { build } = await load<Esbuild>("esbuild");
    const options = { bundle: true, minify: true, format: "esm", platform: "browser", target, write: false };
    return (await build({ entryPoints: [entry], ...options, logLevel: "silent" })).outputFiles[0]?.text ?? "";
  },
  async Vite(entry) {
    const { build } = await load<Vite>("vite");
    const rollupOptions = { input: entry, preserveEntrySignatures: "strict" };
    const options = { target, write: false, modulePreload: false, rollupOptions };
    return textOf(await build({ root: dirname(entry), configFile: false, logLevel: "silent", build: options }));
  },
  async Rollup(entry) {
    const { rollup } = await load<Rollup>("rollup");
    const { nodeResolve } = await load<NodeResolve>("@rollup/plugin-node-resolve");
    const { transform } = await load<Esbuild>("esbuild");
    const bundle = await rollup({ input: entry, plugins: [nodeResolve({ browser: true })], onLog: refuseLog });
    const text = textOf(await bundle.generate({ format: "es" }));
    await bundle.close();
    return (await transform(text, { minify: true, target })).code;
  },
  async webpack(entry) {
    const { default: webpack } = await load<Webpack>("webpack");
    const output = {
      path: join(dirname(entry), "webpack"),
      filename: "bundle.mjs",
      library: { type: "module" },
      module: true,
    };
    await new Promise<void>((resolve, reject) =>
      webpack(
        { mode: "production", target: ["web", target], entry, output, experiments: { outputModule: true } },
        (error, stats) => {
          if (error || !stats || stats.hasErrors()) reject(error ?? new Error(stats?.toString()));
          else resolve();
        },
      ),
    );
    return readFile(join(output.path, output.filename), "utf8");
  },
} satisfies Readonly<Record<string, Bundler>>;

function textOf({ output }: Output): string {
  return output[0]?.code ?? "";
}

/** Rollup only warns of a module that it does not find, and leaves its import in the bundle. */
function refuseLog(_level: string, { message }: { message: string }): void {
  throw new Error(message);
}
