import { expect, test } from "vitest";
import { findFaults } from "./contents.ts";
import type { Packed } from "./pack.ts";

const map = (source: string) => JSON.stringify({ version: 3, sources: [source], mappings: "" });
const whole: Readonly<Record<string, string>> = {
  LICENSE: "MIT",
  "README.md": "# It",
  "package.json": "{}",
  "dist/index.js": "export {};\n//# sourceMappingURL=index.js.map",
  "dist/index.js.map": map("../src/index.ts"),
  "dist/index.d.ts": "export {};\n//# sourceMappingURL=index.d.ts.map",
  "dist/index.d.ts.map": map("../src/index.ts"),
  "src/index.ts": "export {};",
};

function packed(files: Readonly<Record<string, string>>, dependencies: Record<string, string> = {}): Packed {
  const exports = { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } };
  const manifest = { name: "it", version: "1.0.0", exports, dependencies };
  return { manifest, tarball: new Uint8Array(), files: Object.keys(files), read: (file) => files[file] ?? "" };
}

const without = (name: string) => Object.fromEntries(Object.entries(whole).filter(([file]) => file !== name));

test("a package that is whole has no faults", () => {
  expect(findFaults(packed(whole, { other: "1.2.3" }))).toEqual([]);
});

test.each([
  ["no licence", without("LICENSE"), ["LICENSE is not packed"]],
  ["no declarations", without("dist/index.d.ts"), ["dist/index.d.ts is not packed"]],
  ["a test", { ...whole, "src/index.test.ts": "" }, ["src/index.test.ts is packed"]],
  ["no map", without("dist/index.js.map"), ["dist/index.js has no map"]],
  [
    "what was built of a source that is gone",
    { ...whole, "dist/old.js": "//# sourceMappingURL=old.js.map", "dist/old.js.map": map("../src/old.ts") },
    ["dist/old.js.map leads to src/old.ts, which is not packed"],
  ],
])("%s is a fault", (_, files, faults) => {
  expect(findFaults(packed(files))).toEqual(faults);
});

test.each(["workspace:*", "catalog:", "^1.2.3"])("a dependency at %s is a fault", (range) => {
  expect(findFaults(packed(whole, { other: range }))).toEqual([
    `the dependency other is ${range}, and no exact version`,
  ]);
});
