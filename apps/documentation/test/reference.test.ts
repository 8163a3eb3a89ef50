import { describe, expect, test } from "vitest";
import { findDeclarations } from "../src/reference/declarations.ts";
import { entryPoints } from "../src/reference/entry-points.ts";
import { referenceFolder, toReference } from "../src/reference/pages.ts";
import { findPaths, read } from "../src/repository.ts";

const pages = toReference();

describe("docs/reference is made from the doc comments as they are: `pnpm --filter @agent-chats/documentation reference`", () => {
  test.each([...pages.keys()])("%s is up to date", (name) => {
    expect(read(`${referenceFolder}/${name}`)).toBe(pages.get(name));
  });

  test("no other file is there", () => {
    expect(findPaths(referenceFolder)).toEqual([...pages.keys()].map((name) => `${referenceFolder}/${name}`).sort());
  });
});

test("every entry point of client and emulator has a page", () => {
  const exported = ["client", "emulator"].flatMap((name) => {
    const { exports } = JSON.parse(read(`packages/${name}/package.json`)) as { exports: Record<string, unknown> };
    const names = Object.keys(exports).filter((path) => path !== "./package.json");
    return names.map((path) => `@agent-chats/${name}${path.slice(1)}`);
  });
  expect(entryPoints.map(({ name }) => name).sort()).toEqual(exported.sort());
});

test("everything that is exported has a doc comment", () => {
  const bare = [...findDeclarations(entryPoints)].flatMap(([{ name }, found]) =>
    found.filter(({ comment }) => comment === "").map((declaration) => `${name}: ${declaration.name}`),
  );
  expect(bare).toEqual([]);
});
