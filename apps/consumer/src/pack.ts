import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "../tools/load.ts";
import { execute } from "./execute.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The packages that are published, by folder below `packages/`: what is needed comes before what needs it. */
export const published = ["schema", "client", "emulator"] as const;

/** What of a package's manifest is looked at here. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** A package as it would be published. */
export interface Packed {
  readonly manifest: Manifest;
  readonly tarball: Uint8Array<ArrayBuffer>;
  /** Its files, without the folder around them. */
  readonly files: readonly string[];
  read(file: string): string;
}

/** What of attw is used to read a tarball. */
interface Reader {
  createPackageFromTarballData(data: Uint8Array): {
    readonly packageName: string;
    listFiles(): string[];
    readFile(path: string): string;
  };
}

/** Builds the packages, and packs them into `folder` as `pnpm publish` does. */
export async function pack(folder: string): Promise<Packed[]> {
  const pnpm = ["npx", "--yes", "pnpm@12"] as const;
  await execute([...pnpm, "build"], { folder: root });
  await mkdir(folder, { recursive: true });
  const packed: Packed[] = [];
  for (const name of published) {
    const from = join(root, "packages", name);
    const said = await execute([...pnpm, "pack", "--json", "--pack-destination", folder], { folder: from });
    const { filename } = JSON.parse(said) as { filename: string };
    packed.push(await open(filename));
  }
  return packed;
}

async function open(file: string): Promise<Packed> {
  const { createPackageFromTarballData } = await load<Reader>("@arethetypeswrong/core");
  const tarball = new Uint8Array(await readFile(file));
  const archive = createPackageFromTarballData(tarball);
  const top = `/node_modules/${archive.packageName}/`;
  const read = (path: string) => archive.readFile(`${top}${path}`);
  const files = archive.listFiles().map((path) => path.slice(top.length));
  return { manifest: JSON.parse(read("package.json")) as Manifest, tarball, files: files.sort(), read };
}
