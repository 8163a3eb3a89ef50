import { cp, lstat, mkdir, mkdtemp, readdir, readFile, realpath, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { Page } from "./markdown.ts";
import { root } from "./repository.ts";

type Block = Page["blocks"][number];

/** What a copy does not take along: packages, which are linked, and what commands leave. */
const left = /(^|\/)(node_modules|dist|\.[^/]*)$|^apps\/contract\/report$/;
const parts = ["spec", "packages", "apps", "tsconfig.base.json", "package.json"];

/**
 * Copies the sources of all workspaces to a folder outside of the repository, where Node runs TypeScript as it is. They
 * find each other in the copy, and other packages where they are installed.
 */
export async function copyRepository(): Promise<string> {
  const copy = await realpath(await mkdtemp(join(tmpdir(), "agent-chats-copy-")));
  const filter = (path: string) => !left.test(relative(root, path));
  for (const part of parts) await cp(join(root, part), join(copy, part), { recursive: true, filter });
  for (const folder of ["apps", "packages"]) {
    for (const name of await readdir(join(copy, folder))) await linkPackages(copy, join(folder, name));
  }
  await linkPackages(copy, "spec");
  await linkPackages(copy, "");
  return copy;
}

async function linkPackages(copy: string, workspace: string, scope = ""): Promise<void> {
  const folder = join(workspace, "node_modules", scope);
  const names = await readdir(join(root, folder)).catch(() => []);
  await mkdir(join(copy, folder), { recursive: true });
  for (const name of names.filter((each) => !each.startsWith("."))) {
    const path = join(root, folder, name);
    const isScope = name.startsWith("@") && !(await lstat(path)).isSymbolicLink();
    if (isScope) await linkPackages(copy, workspace, name);
    else await symlink(await inCopy(copy, path), join(copy, folder, name));
  }
}

/** Where a linked package is: a workspace in the copy, any other where it is installed. */
async function inCopy(copy: string, path: string): Promise<string> {
  const target = await realpath(path);
  const inside = relative(root, target);
  return inside.startsWith("..") || inside.includes("node_modules") ? target : join(copy, inside);
}

/**
 * Carries out a block of a page: `diff PATH` changes a file, any other language with a path writes one. Blocks without a
 * path do nothing. Throws an error where the lines to change do not stand in the file, or more than once.
 */
export async function carryOut(copy: string, { info, code }: Block): Promise<void> {
  const [language, path] = info.split(" ");
  if (path === undefined) return;
  const file = join(copy, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, language === "diff" ? patch(await readFile(file, "utf8"), code, path) : code);
}

/** A text in which the lines of a diff are changed. */
export function patch(text: string, diff: string, name: string): string {
  const lines = diff.split("\n").filter((line) => line !== "");
  const sideOf = (sign: string) =>
    lines.flatMap((line) => (line.startsWith(" ") || line.startsWith(sign) ? [`${line.slice(1)}\n`] : [])).join("");
  const [before, ...rest] = text.split(sideOf("-"));
  if (before === undefined || rest.length !== 1)
    throw new Error(`${name}: the lines stand there ${rest.length} times.`);
  return `${before}${sideOf("+")}${rest[0]}`;
}
