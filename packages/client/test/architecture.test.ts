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
  ["unified", /^unified\//],
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

  test("keep the vendors apart in the unified client too, and name one in its own file and the registry alone", () => {
    const shared = sources.filter((file) => /^unified\/(?!(cargo|cotool|invent|adapters|index)\.ts$)/.test(file));
    expect(shared.length).toBeGreaterThan(10);
    const code = (file: string) => readFileSync(join(root, file), "utf8").replace(/\/\*\*[\s\S]*?\*\/|\/\/.*/g, "");
    expect(shared.filter((file) => /cargo|cotool|invent/i.test(code(file)))).toEqual([]);
    const between = imports.filter(
      ({ from, to }) =>
        /^unified\/(cargo|cotool|invent)\.ts$/.test(from) &&
        to !== "unified/adapter.ts" &&
        to !== `${from.slice(8, -3)}/index.ts`,
    );
    expect(between).toEqual([]);
    const below = imports.filter(({ from, to }) => from.startsWith("unified/") && to.startsWith("pagination/"));
    expect([...new Set(below.map(({ to }) => to))].sort()).toEqual([
      "pagination/fingerprint.ts",
      "pagination/iterator.ts",
      "pagination/listing.ts",
      "pagination/options.ts",
      "pagination/pointer.ts",
    ]);
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
