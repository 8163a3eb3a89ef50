import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../src", import.meta.url));

/** From the bottom up: a file may import its own layer and those before it. */
const layers: [layer: string, files: RegExp][] = [
  ["errors", /^(errors|receipt|redact)\.ts$/],
  [
    "transport",
    /^(transport|attempt|body|cause|client-options|deadline|observe|retry|token|serialize|answer|api|api-types|declared-error)\.ts$/,
  ],
  ["drift", /^drift\//],
  ["pagination", /^pagination\//],
  ["vendors", /^(cargo|cotool|invent)\//],
  ["index", /^index\.ts$/],
];

const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !/\.test(-d)?\.ts$/.test(file),
);
const layerOf = (file: string) => layers.findIndex(([, files]) => files.test(file));

const imports = sources.flatMap((from) =>
  [...readFileSync(join(root, from), "utf8").matchAll(/from "(\.[^"]+)"/g)].map(([, path]) => ({
    from,
    to: relative(root, resolve(root, dirname(from), path ?? "")),
  })),
);

describe("the client's sources", () => {
  test("belong to a layer, each of them", () => {
    expect(sources.filter((file) => layerOf(file) === -1)).toEqual([]);
    expect(imports.length).toBeGreaterThan(sources.length);
  });

  test("import downwards", () => {
    expect(imports.filter(({ from, to }) => layerOf(to) > layerOf(from))).toEqual([]);
  });

  test("keep the vendors apart", () => {
    const vendorOf = (file: string) => /^(cargo|cotool|invent)\//.exec(file)?.[1];
    const crossings = imports.filter(
      ({ from, to }) => vendorOf(from) && vendorOf(to) && vendorOf(from) !== vendorOf(to),
    );
    expect(crossings).toEqual([]);
  });

  test("give drift nothing but errors and events, and bundle it for nobody else", () => {
    const below = imports.filter(({ from }) => from.startsWith("drift/")).map(({ to }) => to);
    expect([...new Set(below.filter((to) => !to.startsWith("drift/")))].sort()).toEqual(["errors.ts", "observe.ts"]);
    expect(imports.filter(({ from, to }) => to.startsWith("drift/") && !from.startsWith("drift/"))).toEqual([]);
  });

  test("keep openapi-fetch behind one call site", () => {
    const users = sources.filter((file) => readFileSync(join(root, file), "utf8").includes(`from "openapi-fetch"`));
    expect(users).toEqual(["api.ts"]);
  });
});
