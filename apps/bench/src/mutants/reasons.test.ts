import { describe, expect, test } from "vitest";
import { type Module, mutantsOf, readModules } from "./modules.ts";
import { isOf, kinds, outlived, type Reason, reasonFor, reasons } from "./reasons.ts";

const module: Module = {
  part: { folder: "src", tests: [] },
  name: "some.ts",
  path: "/some.ts",
  text: "if (a) b();\n  f(c < d && e < g);\n  f(c < d && e < g);\n",
};
const mutants = mutantsOf(module);
const line = "f(c < d && e < g);";
const reason: Reason = { line, mutants: [["<", "<=", 2]], kind: "cost", reason: "Said." };
const known = new Map([["some.ts", [reason]]]);

describe("a reason", () => {
  test("is found by the line and what is changed in it, and by a number where the module has the same more than once", () => {
    const explained = mutants.filter((mutant) => reasonFor(mutant, known));
    expect(explained.map((mutant) => [mutant.line, mutant.column])).toEqual([[2, 15]]);
    const all: Reason = { ...reason, mutants: [1, 2, 3, 4].map((at) => ["<", "<=", at] as const) };
    const places = mutants.filter((mutant) => reasonFor(mutant, new Map([["some.ts", [all]]])));
    expect(places.map((mutant) => [mutant.line, mutant.column])).toEqual([
      [2, 6],
      [2, 15],
      [3, 6],
      [3, 15],
    ]);
  });

  test("is one for its own module, line and change alone", () => {
    const others: [string, Reason][] = [
      ["other.ts", reason],
      ["some.ts", { ...reason, line: "f(c < d);" }],
      ["some.ts", { ...reason, mutants: [["<", ">", 2]] }],
      ["some.ts", { ...reason, mutants: [["&&", "<=", 2]] }],
      ["some.ts", { ...reason, mutants: [["<", "<=", 5]] }],
    ];
    for (const [name, other] of others) {
      expect(mutants.filter((mutant) => reasonFor(mutant, new Map([[name, [other]]])))).toEqual([]);
    }
  });

  test("is outlived where a test notices its mutant", () => {
    expect(outlived([], known)).toEqual([]);
    expect(outlived(mutants, known)).toEqual(["A test notices what has a reason to survive: some.ts:2  <  <="]);
  });
});

describe("the written reasons", () => {
  const modules = readModules();

  test("are about modules that there are, no two of the same name", () => {
    const names = modules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining([...reasons.keys()]));
  });

  test.each([...reasons.keys()])("of %s are about code that it still has, each about another mutant", (name) => {
    const all = modules.filter((candidate) => candidate.name === name).flatMap(mutantsOf);
    const changes = (reasons.get(name) ?? []).flatMap((given) => given.mutants.map((change) => ({ given, change })));
    const gone = changes.filter(({ given, change }) => !all.some((mutant) => isOf(given, change, mutant)));
    expect(gone.map(({ given, change }) => [given.line, ...change])).toEqual([]);
    expect(all.filter((mutant) => reasonFor(mutant))).toHaveLength(changes.length);
  });

  test.each([...reasons])("of %s are of a known kind, and sentences", (_, given) => {
    for (const { kind, reason: sentence, mutants: about } of given) {
      expect(kinds).toContain(kind);
      expect(sentence).toMatch(/^[A-Z`].{20,}\.$/);
      expect(about.length).toBeGreaterThan(0);
    }
  });
});
