import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const workspace = read("pnpm-workspace.yaml");
const lockfile = read("pnpm-lock.yaml");

/** The lines of a block of the workspace's settings: name and value. */
function block(name: string): [name: string, value: string][] {
  const [, text = ""] = new RegExp(`^${name}:\n((?:  .*\n|\n)*)`, "m").exec(workspace) ?? [];
  return [...text.matchAll(/^ +"?([^\s"#:][^":]*)"?: (\S.*)$/gm)].map(([, key = "", value = ""]) => [key, value]);
}

describe("the policy for dependencies", () => {
  test("names every version exactly", () => {
    const catalog = [...block("catalog"), ...block("catalogs")];
    expect(catalog.length).toBeGreaterThan(20);
    for (const [name, version] of catalog) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test.each([
    ["openapi-fetch", "packages/client/package.json", "dependencies"],
    ["openapi-typescript", "packages/schema/package.json", "devDependencies"],
  ])("%s, which gets no more updates, is one exact version, and of one package", (name, file, field) => {
    const version = Object.fromEntries(block("catalog"))[name] ?? "";
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const locked = [...lockfile.matchAll(new RegExp(`^  ${name}@(\\d[^(:]*)(?:\\(.*\\))?:$`, "gm"))].map(
      ([, at]) => at,
    );
    expect(new Set(locked)).toEqual(new Set([version]));
    const users = workspaces().filter((path) => read(path).includes(`"${name}"`));
    expect(users).toEqual([file]);
    expect(JSON.parse(read(file))[field][name]).toBe("catalog:");
  });

  test("waits three days for a new version, takes none from elsewhere, and lets only named ones run scripts", () => {
    expect(Number(/^minimumReleaseAge: (\d+)$/m.exec(workspace)?.[1])).toBeGreaterThanOrEqual(3 * 24 * 60);
    expect(workspace).not.toContain("minimumReleaseAgeExclude");
    expect(workspace).toMatch(/^blockExoticSubdeps: true$/m);
    expect(workspace).toMatch(/^strictDepBuilds: true$/m);
    expect(block("allowBuilds").filter(([, value]) => value === "true")).toEqual([["node", "true"]]);
  });
});

describe("the release", () => {
  const workflow = read(".github/workflows/release.yml");

  test("uses actions by their commit, with the version beside it", () => {
    const uses = [...workflow.matchAll(/uses: (.+)/g)].map(([, action]) => action);
    expect(uses.length).toBeGreaterThan(5);
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("gives each job what it needs: only the one that publishes may prove who it is", () => {
    expect(workflow).toMatch(/^permissions: \{\}$/m);
    const jobs = workflow.split(/^ {2}(?=\w[\w-]*:$)/m).filter((job) => job.includes("runs-on:"));
    const proving = jobs.filter((job) => job.includes("id-token: write"));
    expect(proving.map((job) => job.split(":")[0])).toEqual(["publish"]);
    expect(workflow).not.toMatch(/secrets\./);
  });
});

function workspaces(): string[] {
  const below = (folder: string) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`);
  return ["package.json", "spec/package.json", ...below("packages"), ...below("apps")];
}
