import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { entryPoints } from "../src/lint.ts";
import { type Manifest, published } from "../src/pack.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const vendors = readdirSync(join(root, "packages/schema/src"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

interface SourceManifest extends Manifest {
  readonly [field: string]: unknown;
  readonly files: readonly string[];
  readonly publishConfig: Readonly<Record<string, unknown>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const manifests = published.map((folder) => ({
  folder,
  manifest: JSON.parse(read(`packages/${folder}/package.json`)) as SourceManifest,
}));

describe.each(manifests)("packages/$folder", ({ folder, manifest }) => {
  test("says what it is, what it runs on, and that it is published with its provenance", () => {
    expect(manifest).toMatchObject({
      name: `@agent-chats/${folder}`,
      license: "MIT",
      type: "module",
      engines: { node: ">=20" },
      sideEffects: false,
      publishConfig: { access: "public", provenance: true },
    });
    expect(manifest.private).toBeUndefined();
    expect(manifest.description).toMatch(/^[A-Z].+\.$/);
  });

  test("has a README that begins with its name, and nothing of this repository's paths", () => {
    const text = read(`packages/${folder}/README.md`);
    expect(text).toMatch(new RegExp(`^# ${manifest.name}\n`));
    expect(text).not.toMatch(/\]\(\.\.?\//);
  });

  test("each entry point has types before code, and both are made from a source that is there", () => {
    for (const [path, conditions] of Object.entries(manifest.exports)) {
      expect(Object.keys(conditions), path).toEqual(["@agent-chats/source", "types", "default"]);
      const { "@agent-chats/source": source = "", types, default: code } = conditions;
      const built = source.replace("./src/", "./dist/").replace(/\.ts$/, "");
      expect([types, code], path).toEqual([`${built}.d.ts`, `${built}.js`]);
      for (const file of source.includes("*") ? vendors.map((id) => source.replace("*", id)) : [source])
        expect(existsSync(join(root, "packages", folder, file)), file).toBe(true);
    }
  });

  test("packs sources for the maps, and no tests", () => {
    expect(manifest.files).toEqual(["dist", "src", "!src/**/*.test.ts", "!src/**/*.test-d.ts", "CHANGELOG.md"]);
  });

  test("takes versions from the catalog, and its neighbours from the workspace", () => {
    for (const [name, range] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
      expect(range, name).toMatch(name.startsWith("@agent-chats/") ? /^workspace:\*$/ : /^catalog:/);
  });

  test("each source is reached from an entry point, or from the command", () => {
    const start = Object.values(manifest.exports).map((conditions) => conditions["@agent-chats/source"] ?? "");
    const entries = [...start.flatMap((file) => vendors.map((id) => file.replace("*", id))), "./src/cli.ts"];
    const source = join(root, "packages", folder);
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file) || !existsSync(join(source, file))) return;
      reached.add(file);
      for (const [, path = ""] of read(`packages/${folder}/${file}`).matchAll(/(?:from|import) "(\.[^"]+)"/g))
        visit(normalize(join(file, "..", path)));
    };
    for (const entry of entries) visit(normalize(entry));
    const sources = readdirSync(join(source, "src"), { recursive: true, encoding: "utf8" });
    const packed = sources.filter((file) => /\.ts$/.test(file) && !/\.test(-d)?\.ts$/.test(file));
    expect(packed.filter((file) => !reached.has(join("src", file)))).toEqual([]);
  });
});

describe("all three", () => {
  test("have one version, and are released together", () => {
    const { fixed } = JSON.parse(read(".changeset/config.json")) as { fixed: string[][] };
    expect(fixed).toEqual([manifests.map(({ manifest }) => manifest.name)]);
    expect(new Set(manifests.map(({ manifest }) => manifest.version)).size).toBe(1);
  });

  test("are all that is published", () => {
    const folders = readdirSync(join(root, "packages"));
    expect(folders.sort()).toEqual([...published].sort());
    for (const app of readdirSync(join(root, "apps")))
      expect(JSON.parse(read(`apps/${app}/package.json`)), app).toMatchObject({ private: true });
    expect(JSON.parse(read("spec/package.json"))).toMatchObject({ private: true });
  });

  test("are used by the stranger's program at every entry point", () => {
    const program = read("apps/consumer/program/every-entry-point.ts");
    const imported = [...program.matchAll(/from "(@agent-chats\/[^"]+)"/g)].map(([, path]) => path);
    const all = manifests.flatMap(({ manifest }) =>
      entryPoints(manifest.exports).map((path) => join(manifest.name, path)),
    );
    expect(imported.sort()).toEqual(all.sort());
  });
});
